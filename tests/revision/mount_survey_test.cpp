// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/mount_survey.h"

#include <QTest>

using namespace mediahelm::revision;
using namespace mediahelm;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QDateTime at(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Qt::UTC);
}

model::RevisionId idOf(int number)
{
    return *model::RevisionId::parse(QStringLiteral("%1").arg(number, 40, 10, QLatin1Char('0')));
}

model::ObservedContainer container(const model::Mount &mount)
{
    model::ObservedContainer container;
    container.labels = {{text("com.docker.compose.service"), text("web")}};
    container.state = model::ContainerState::running;
    container.startedAt = at(100);
    container.mounts = {mount};
    return container;
}

QStringList pathsOf(const model::ObservedContainer &container, const QStringList &composeFiles = {text("compose.yaml")})
{
    QStringList paths;
    const auto mounts = workspaceMounts({container}, {text("/srv/media"), text("/data/media")}, composeFiles);
    for (const WorkspaceMount &mount : mounts)
        paths.append(mount.path);
    return paths;
}

} // namespace

class MountSurveyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revisionsThatTellWhatLayThere_data();
    void revisionsThatTellWhatLayThere();
    void mountsOfTheWorkspace_data();
    void mountsOfTheWorkspace();
    void whatDoesNotRunSeesNothing();
    void whoMountsTheComposeFilesIsLeftAlone();
};

void MountSurveyTest::revisionsThatTellWhatLayThere_data()
{
    QTest::addColumn<QList<int>>("seconds"); // newest first; number n is that of the n-th from the end
    QTest::addColumn<double>("moment");
    QTest::addColumn<QList<int>>("told");
    QTest::newRow("none") << QList<int>{} << 100.0 << QList<int>{};
    QTest::newRow("the one before") << QList<int>{200, 150, 50} << 160.5 << QList<int>{2};
    QTest::newRow("of the same second, and the one before") << QList<int>{200, 160, 50} << 160.5 << QList<int>{2, 1};
    QTest::newRow("several of the same second") << QList<int>{160, 160, 50, 40} << 160.9 << QList<int>{4, 3, 2};
    QTest::newRow("all are later: the first") << QList<int>{200, 150} << 100.0 << QList<int>{1};
    QTest::newRow("the first of the same second") << QList<int>{200, 100} << 100.5 << QList<int>{1};
}

void MountSurveyTest::revisionsThatTellWhatLayThere()
{
    QFETCH(QList<int>, seconds);
    QFETCH(double, moment);
    QFETCH(QList<int>, told);
    QList<model::Revision> revisions;
    for (qsizetype i = 0; i < seconds.size(); ++i) {
        model::Revision revision;
        revision.id = idOf(int(seconds.size() - i));
        revision.when = at(seconds.at(i));
        revisions.append(revision);
    }
    QList<model::RevisionId> wanted;
    for (const int number : std::as_const(told))
        wanted.append(idOf(number));
    QCOMPARE(revisionsAt(revisions, at(moment)), wanted);
}

void MountSurveyTest::mountsOfTheWorkspace_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("writable");
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("a file") << "bind"
                            << "/srv/media/etc/app.conf" << false << QStringList{text("etc/app.conf")};
    QTest::newRow("by its other name") << "bind"
                                       << "/data/media/etc" << false << QStringList{text("etc")};
    QTest::newRow("what it may write") << "bind"
                                       << "/srv/media/etc" << true << QStringList();
    QTest::newRow("a volume") << "volume"
                              << "/srv/media/etc" << false << QStringList();
    QTest::newRow("elsewhere") << "bind"
                               << "/etc/localtime" << false << QStringList();
    QTest::newRow("beside") << "bind"
                            << "/srv/media2/etc" << false << QStringList();
    QTest::newRow("the workspace itself") << "bind"
                                          << "/srv/media" << false << QStringList();
}

void MountSurveyTest::mountsOfTheWorkspace()
{
    QFETCH(QString, type);
    QFETCH(QString, source);
    QFETCH(bool, writable);
    QTEST(pathsOf(container({type, source, text("/x"), writable})), "paths");
}

void MountSurveyTest::whatDoesNotRunSeesNothing()
{
    model::ObservedContainer stopped = container({text("bind"), text("/srv/media/a"), text("/a"), false});
    QCOMPARE(pathsOf(stopped), QStringList{text("a")});
    stopped.state = model::ContainerState::exited;
    QCOMPARE(pathsOf(stopped), QStringList());
}

void MountSurveyTest::whoMountsTheComposeFilesIsLeftAlone()
{
    const auto all = container({text("bind"), text("/srv/media/services"), text("/all"), false});
    QCOMPARE(pathsOf(all, {text("./services/web.yaml")}), QStringList());
    QCOMPARE(pathsOf(all, {text("/srv/media/services/web.yaml")}), QStringList());
    QCOMPARE(pathsOf(all, {text("services-2/web.yaml")}), QStringList{text("services")});
}

QTEST_GUILESS_MAIN(MountSurveyTest)
#include "mount_survey_test.moc"
