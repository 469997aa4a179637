// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/mount_survey.h"

#include "core/revision/async/threaded_revisions.h"
#include "fakes/manual_clock.h"
#include "revision/store_bench.h"

#include <QTemporaryDir>
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

// A workspace with one file that a container sees, and its revisions.
struct SurveyBench {
    void save(const char *content)
    {
        const auto saved = answer(revisions.save(tests::request(tests::snapshot({{"etc/app.conf", content}}))));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
    }

    // What a container that was started then sees changed, when the file is that now, and was last touched then.
    QStringList changed(const QDateTime &started, const QByteArray &content, const QDateTime &touched)
    {
        model::ObservedContainer observed =
            container({text("bind"), folder.path() + text("/etc/app.conf"), text("/app.conf"), false});
        observed.startedAt = started;
        DeploymentInput input{
            *ComposeCommand::make({folder.path(), text("media"), {}, {text("compose.yaml")}, {}}), {}, {}, {}};
        input.folders = QStringList{folder.path()};
        if (!content.isEmpty()) {
            input.snapshot = tests::snapshot({{"etc/app.conf", content}});
            input.changedAt.insert(tests::path("etc/app.conf"), touched);
        }
        MountSurvey survey(revisions, clock);
        const auto found = answer(survey.take({observed}, input));
        return found ? found->value(text("web")) : QStringList{found.error().message};
    }

    template<typename T>
    static base::Result<T> answer(QFuture<base::Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            qFatal("no answer");
        return future.result();
    }

    QTemporaryDir folder;
    fakes::ManualClock clock;
    ThreadedRevisions revisions{folder.path(), text("survey-test"), clock};
};

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
    void whatChangedSinceTheStart_data();
    void whatChangedSinceTheStart();
    void B17_aClockThatWasSetBackRestartsOnce();
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

void MountSurveyTest::whatChangedSinceTheStart_data()
{
    QTest::addColumn<QByteArray>("now"); // empty: the file is gone
    QTest::addColumn<double>("touched"); // seconds after the start
    QTest::addColumn<QStringList>("changed");
    const QStringList file{text("etc/app.conf")};
    QTest::newRow("nothing") << QByteArray("one") << -60.0 << QStringList();
    QTest::newRow("touched alone") << QByteArray("one") << 5.0 << QStringList();
    QTest::newRow("another one") << QByteArray("two") << 5.0 << file;
    QTest::newRow("another one, before the start") << QByteArray("two") << -5.0 << QStringList();
    QTest::newRow("gone") << QByteArray() << 5.0 << file;
}

void MountSurveyTest::whatChangedSinceTheStart()
{
    QFETCH(QByteArray, now);
    QFETCH(double, touched);
    SurveyBench bench;
    bench.save("one");
    bench.clock.advance(std::chrono::minutes(1));
    const QDateTime started = bench.clock.utcNow();
    bench.clock.advance(std::chrono::minutes(1));
    QTEST(bench.changed(started, now, started.addMSecs(qint64(touched * 1000))), "changed");
}

void MountSurveyTest::B17_aClockThatWasSetBackRestartsOnce()
{
    SurveyBench bench;
    bench.save("one");
    bench.clock.advance(std::chrono::hours(2));
    const QDateTime touched = bench.clock.utcNow();
    bench.clock.jump(-std::chrono::hours(1));
    const QDateTime started = bench.clock.utcNow().addSecs(-5);
    const QStringList file{text("etc/app.conf")};
    QCOMPARE(bench.changed(started, "two", touched), file); // who knows: once
    bench.save("two");
    QCOMPARE(bench.changed(bench.clock.utcNow(), "two", touched), QStringList());
    QCOMPARE(bench.changed(bench.clock.utcNow(), "three", touched), file);
    // Kept only after the start: it has not seen that.
    bench.clock.advance(std::chrono::minutes(1));
    bench.save("three");
    QCOMPARE(bench.changed(bench.clock.utcNow().addSecs(-30), "three", touched), file);
}

QTEST_GUILESS_MAIN(MountSurveyTest)
#include "mount_survey_test.moc"
