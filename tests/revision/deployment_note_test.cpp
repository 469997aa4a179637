// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/deployment_note.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using revision::DeploymentNote;

class DeploymentNoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const QTemporaryDir folder;
        QVERIFY(!*revision::readDeploymentNote(folder.path()));
        DeploymentNote note;
        note.revision = *model::RevisionId::parse(QString(40, u'a'));
        note.images = {{QStringLiteral("web"), QStringLiteral("app:1"), QStringLiteral("sha256:1")}};
        note.services = QStringList{QStringLiteral("web"), QStringLiteral("db")};
        QVERIFY(revision::writeDeploymentNote(folder.path(), note).ok());
        QCOMPARE(**revision::readDeploymentNote(folder.path()), note);
        note.phase = DeploymentNote::Phase::rollingBack;
        note.goesBack = note.removesOrphans = false;
        note.before.emplace();
        QVERIFY(revision::writeDeploymentNote(folder.path(), note).ok());
        QCOMPARE(**revision::readDeploymentNote(folder.path()), note);
        note.before->append(QStringLiteral("left"));
        note.handed = {{*model::FilePath::parse(u"etc/app.conf")}, {QStringLiteral("data")}};
        note.back = model::RevisionId::parse(QString(40, u'b')).value();
        note.reason = QStringLiteral("web is unhealthy");
        QVERIFY(revision::writeDeploymentNote(folder.path(), note).ok());
        QCOMPARE(**revision::readDeploymentNote(folder.path()), note);
        QVERIFY(revision::removeDeploymentNote(folder.path()).ok());
        QVERIFY(!*revision::readDeploymentNote(folder.path()));
        QVERIFY(revision::removeDeploymentNote(folder.path()).ok());
    }

    void damageIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::newRow("empty") << QByteArray() << base::ErrorKind::invalid;
        QTest::newRow("no JSON") << QByteArray("{\"phase\":") << base::ErrorKind::invalid;
        QTest::newRow("no revision") << QByteArray(R"({"format":1,"phase":"deploying"})") << base::ErrorKind::invalid;
        QTest::newRow("no phase") << QByteArray(R"({"format":1,"revision":")") + QByteArray(40, 'a') + "\"}"
                                  << base::ErrorKind::invalid;
        QTest::newRow("newer") << QByteArray(R"({"format":2})") << base::ErrorKind::unsupported;
    }
    void damageIsTold()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("deployment.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto read = revision::readDeploymentNote(folder.path());
        QVERIFY(!read);
        QTEST(read.error().kind, "kind");
        QVERIFY(read.error().message.contains(QStringLiteral("deployment.json")));
    }
};

QTEST_GUILESS_MAIN(DeploymentNoteTest)
#include "deployment_note_test.moc"
