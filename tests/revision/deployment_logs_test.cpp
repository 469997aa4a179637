// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/deployment_log_text.h"
#include "core/revision/restore/deployment_logs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using base::ErrorKind;

namespace {

const model::RevisionId revisionA = *model::RevisionId::parse(QString(40, u'a'));
const model::RevisionId revisionB = *model::RevisionId::parse(QString(40, u'b'));
const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

} // namespace

class DeploymentLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadByRevisionAndMoment()
    {
        const QTemporaryDir folder;
        QVERIFY(revision::readDeploymentLog(folder.path(), revisionA, noon).error().kind == ErrorKind::notFound);
        QVERIFY(revision::keepDeploymentLog(folder.path(), revisionA, noon, "one", 50).ok());
        QVERIFY(revision::keepDeploymentLog(folder.path(), revisionB, noon, "two", 50).ok());
        QVERIFY(revision::keepDeploymentLog(folder.path(), revisionB, noon.addMSecs(1), "three", 50).ok());
        QCOMPARE(*revision::readDeploymentLog(folder.path(), revisionA, noon), QByteArray("one"));
        QCOMPARE(*revision::readDeploymentLog(folder.path(), revisionB, noon), QByteArray("two"));
        QCOMPARE(*revision::readDeploymentLog(folder.path(), revisionB, noon.addMSecs(1).toLocalTime()),
                 QByteArray("three"));
        const QFileInfoList files = QDir(folder.filePath(QStringLiteral("deployments"))).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files)
            QCOMPARE(file.permissions() & ~QFile::Permissions(0x6000), QFile::Permissions(0x0600));
    }

    void theNewestStay()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 5; ++i)
            QVERIFY(
                revision::keepDeploymentLog(folder.path(), revisionA, noon.addSecs(i), QByteArray::number(i), 3).ok());
        const auto isKept = [&](int second) {
            return revision::readDeploymentLog(folder.path(), revisionA, noon.addSecs(second)).ok();
        };
        QVERIFY(!isKept(0) && !isKept(1) && isKept(2) && isKept(3) && isKept(4));
        // The clock was set back: it is the newest all the same.
        QVERIFY(revision::keepDeploymentLog(folder.path(), revisionA, noon.addYears(-1), "late", 3).ok());
        QVERIFY(revision::readDeploymentLog(folder.path(), revisionA, noon.addYears(-1)).ok());
        QVERIFY(!isKept(2) && isKept(3) && isKept(4));
        QVERIFY(revision::keepDeploymentLog(folder.path(), revisionB, noon.addDays(1), "alone", 1).ok());
        QCOMPARE(QDir(folder.filePath(QStringLiteral("deployments"))).entryList(QDir::Files).size(), 1);
    }

    void tellWhatWasTold()
    {
        model::DeploymentProgress progress;
        progress.project = QStringLiteral("media");
        progress.purpose = QStringLiteral("apply");
        progress.revision = revisionA;
        progress.startedAt = noon;
        progress.finishedAt = noon.addSecs(90);
        progress.verdict = model::Verdict::unhealthy;
        progress.summary = QStringLiteral("web is unhealthy");
        progress.stages = {{model::DeploymentStage::pull, model::StageState::done, noon, noon.addMSecs(1500)},
                           {model::DeploymentStage::health, model::StageState::failed, noon, {}}};
        progress.failures = {{QStringLiteral("web"),
                              QStringLiteral("media-web-1"),
                              QStringLiteral("is unhealthy: its health check failed 3 times"),
                              {QStringLiteral("bind: address in use"), QStringLiteral("giving up")},
                              QStringLiteral("connection refused\nexit 7")}};
        progress.log =
            QStringList{QStringLiteral("Image app:1 Pulled"), QStringLiteral("Container media-web-1 Started")};
        QCOMPARE(revision::deploymentLogText(progress), QStringLiteral(R"(media: apply
revision aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
unhealthy: web is unhealthy
from 2026-11-22T12:00:00.000Z to 2026-11-22T12:01:30.000Z
pull done after 1.5 s
health failed

web is unhealthy: its health check failed 3 times
  container: media-web-1
  its health check said:
    connection refused
    exit 7
  the end of its log:
    bind: address in use
    giving up

Image app:1 Pulled
Container media-web-1 Started
)"));
    }
};

QTEST_GUILESS_MAIN(DeploymentLogsTest)
#include "deployment_logs_test.moc"
