// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/log_source.h"
#include "tests/control/session_bench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using fakes::FakeConnection;
using fakes::FakeContainer;
using model::Container;
using model::ContainerState;
using model::Health;

namespace {

void hangInspections(SessionBench &bench)
{
    for (const FakeContainer *container : bench.engine.machine().containers())
        bench.engine.faults().hang(QStringLiteral("/containers/%1/json").arg(container->id));
}

} // namespace

class ContainersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listComesFirstThenDetails();
    void eventsAreAppliedAtOnce();
    void eventsBringNewContainersAndTakeOldOnes();
    void healthFollowsEvents();
    void namesFollowEvents();
    void firstChangeComesAtOnceThenCoalesced();
    void B03_hungContainerHoldsNobodyElse();
    void B03_hungContainerIsMarkedUntilItAnswers();
    void B03_hungEngineMarksNoContainer();
    void B04_whatHappenedMeanwhileIsFoundOut();
    void B20_eventStormStaysBounded();
    void strangersInMassesAreReadByOneList();
    void moreThanWaitAtOnceAreAllInspected();
    void brokenEventStreamIsSubscribedAnew();
    void detailIsAskedForNow();
    void logIsRead();
    void logOfAnUnconnectedHostFails();
    void logEndsWithTheConnection();
};

void ContainersTest::listComesFirstThenDetails()
{
    SessionBench bench(50);
    hangInspections(bench);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_COMPARE(bench.upserts, 50); // painted, whatever the inspections do
    QVERIFY(!bench.seen.begin()->startedAt.isValid());
    QVERIFY(bench.connected() || bench.phase() == model::ConnectionPhase::connecting);
    bench.engine.faults().clear();
    QTRY_VERIFY_WITH_TIMEOUT(bench.detailed(), 30000);
    const Container first = *bench.seen.begin();
    QCOMPARE(bench.fleet().container({bench.box(), first.id}), std::optional(first));
}

void ContainersTest::eventsAreAppliedAtOnce()
{
    SessionBench bench(10);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    FakeContainer &victim = *bench.engine.machine().find(QStringLiteral("media-sonarr-1"));
    const base::ContainerId id = *base::ContainerId::parse(victim.id);
    hangInspections(bench); // only the events can tell
    bench.engine.machine().die(victim, 137, true);
    QTRY_COMPARE(bench.seen.value(id).state, ContainerState::exited);
    QCOMPARE(bench.seen.value(id).exitCode, std::optional<int>(137));
    QVERIFY(bench.seen.value(id).oomKilled);
    static_cast<void>(bench.engine.machine().start(victim));
    QTRY_COMPARE(bench.seen.value(id).state, ContainerState::running);
    QVERIFY(!bench.seen.value(id).exitCode);
    static_cast<void>(bench.engine.machine().pause(victim));
    QTRY_COMPARE(bench.seen.value(id).state, ContainerState::paused);
    static_cast<void>(bench.engine.machine().unpause(victim));
    QTRY_COMPARE(bench.seen.value(id).state, ContainerState::running);
}

void ContainersTest::eventsBringNewContainersAndTakeOldOnes()
{
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    FakeContainer fresh;
    fresh.name = QStringLiteral("newcomer");
    FakeContainer &added = bench.engine.machine().add(fresh);
    const base::ContainerId id = *base::ContainerId::parse(added.id);
    QTRY_VERIFY(bench.seen.contains(id));
    QCOMPARE(bench.seen.value(id).name.text(), QStringLiteral("newcomer"));
    static_cast<void>(bench.engine.machine().remove(added, true));
    QTRY_VERIFY(!bench.seen.contains(id));
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 3);
}

void ContainersTest::healthFollowsEvents()
{
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    FakeContainer &patient = *bench.engine.machine().find(QStringLiteral("media-jellyfin-1"));
    const base::ContainerId id = *base::ContainerId::parse(patient.id);
    QCOMPARE(bench.seen.value(id).health, Health::healthy);
    bench.engine.machine().setHealth(patient, QStringLiteral("unhealthy"));
    QTRY_COMPARE(bench.seen.value(id).health, Health::unhealthy);
    bench.engine.machine().die(patient, 1);
    QTRY_COMPARE(bench.seen.value(id).health, Health::none);
    static_cast<void>(bench.engine.machine().start(patient));
    QTRY_COMPARE(bench.seen.value(id).health, Health::starting);
}

void ContainersTest::namesFollowEvents()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    FakeContainer &container = *bench.engine.machine().find(QStringLiteral("media-jellyfin-1"));
    const base::ContainerId id = *base::ContainerId::parse(container.id);
    static_cast<void>(bench.engine.machine().rename(container, QStringLiteral("films")));
    QTRY_COMPARE(bench.seen.value(id).name.text(), QStringLiteral("films"));
}

void ContainersTest::firstChangeComesAtOnceThenCoalesced()
{
    control::Timings timings = shortTimings();
    timings.publishInterval = std::chrono::milliseconds(500);
    SessionBench bench(4, timings);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    QTRY_COMPARE(bench.engine.repliesPending(), 0);
    bench.forgetSeen();
    QElapsedTimer since;
    since.start();
    bench.engine.flap(20);
    QTRY_VERIFY(!bench.reports.isEmpty());
    QTRY_VERIFY(since.elapsed() > 900);
    QVERIFY2(bench.reports.size() <= 4, qPrintable(QString::number(bench.reports.size())));
}

void ContainersTest::B03_hungContainerHoldsNobodyElse()
{
    SessionBench bench(12);
    const QString hung = bench.engine.machine().find(QStringLiteral("media-sonarr-1"))->id;
    bench.engine.faults().hang(QStringLiteral("/containers/%1/json").arg(hung));
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    const base::ContainerId hungId = *base::ContainerId::parse(hung);
    const auto othersDetailed = [&] {
        int detailed = 0;
        for (const Container &container : std::as_const(bench.seen))
            detailed += container.startedAt.isValid() ? 1 : 0;
        return detailed == 11;
    };
    QTRY_VERIFY(othersDetailed());
    QVERIFY(bench.connected());
    QVERIFY(bench.seen.contains(hungId)); // with what the list says
    QVERIFY(bench.engine.mostRepliesPending() <= 8);
    // Others go on living, and the hung one is acted upon by its events.
    FakeContainer &other = *bench.engine.machine().find(QStringLiteral("media-radarr-1"));
    bench.engine.machine().die(other, 3);
    QTRY_COMPARE(bench.seen.value(*base::ContainerId::parse(other.id)).exitCode, std::optional<int>(3));
    const int asked = bench.asked("GET", "/containers/" + hung.toLatin1() + "/json");
    QVERIFY(asked <= 2); // ever more rarely
    QVERIFY(bench.connected());
}

void ContainersTest::B03_hungContainerIsMarkedUntilItAnswers()
{
    SessionBench bench(6);
    const QString hung = bench.engine.machine().find(QStringLiteral("media-sonarr-1"))->id;
    const base::ContainerId hungId = *base::ContainerId::parse(hung);
    bench.engine.faults().hang(QStringLiteral("/containers/%1/json").arg(hung));
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.seen.value(hungId).noAnswer);
    QVERIFY(bench.connected());
    for (const Container &container : std::as_const(bench.seen))
        QCOMPARE(container.noAnswer, container.id == hungId);
    // Neither its events nor a further list take the mark away; an answer does.
    FakeContainer &victim = *bench.engine.machine().find(QStringLiteral("media-sonarr-1"));
    bench.engine.machine().die(victim, 3);
    QTRY_COMPARE(bench.seen.value(hungId).exitCode, std::optional<int>(3));
    FakeContainer &other = *bench.engine.machine().find(QStringLiteral("media-radarr-1"));
    other.image = QStringLiteral("only-a-list-tells:1");
    const base::ContainerId otherId = *base::ContainerId::parse(other.id);
    bench.engine.dropStreams(); // a new subscription is followed by a list
    QTRY_COMPARE(bench.seen.value(otherId).image, other.image);
    QVERIFY(bench.seen.value(hungId).noAnswer);
    bench.engine.faults().clear();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.seen.value(hungId).noAnswer, 30000);
    QVERIFY(bench.seen.value(hungId).finishedAt.isValid());
}

void ContainersTest::B03_hungEngineMarksNoContainer()
{
    SessionBench bench(6);
    hangInspections(bench);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    bench.engine.setFrozen(true);
    QTRY_VERIFY(bench.phases.contains(model::ConnectionPhase::reconnecting));
    for (const Container &container : std::as_const(bench.seen))
        QVERIFY(!container.noAnswer);
}

void ContainersTest::B04_whatHappenedMeanwhileIsFoundOut()
{
    SessionBench bench(6);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.forgetSeen();
    bench.engine.stopListening();
    bench.engine.dropConnections();
    QTRY_VERIFY(!bench.connected());
    fakes::FakeMachine &machine = bench.engine.machine();
    FakeContainer &restarted = *machine.find(QStringLiteral("media-sonarr-1"));
    FakeContainer &died = *machine.find(QStringLiteral("media-radarr-1"));
    FakeContainer &gone = *machine.find(QStringLiteral("media-jellyfin-1"));
    const base::ContainerId restartedId = *base::ContainerId::parse(restarted.id);
    const base::ContainerId diedId = *base::ContainerId::parse(died.id);
    const base::ContainerId goneId = *base::ContainerId::parse(gone.id);
    machine.restartByPolicy(restarted, 1);
    machine.die(died, 2);
    static_cast<void>(machine.remove(gone, true));
    QVERIFY(bench.engine.listen());
    QTRY_VERIFY(bench.connected());
    QTRY_COMPARE(bench.seen.value(diedId).exitCode, std::optional<int>(2));
    QTRY_COMPARE(bench.seen.value(restartedId).restarts, 1);
    QTRY_VERIFY(!bench.seen.contains(goneId));
    // Nobody was told of a death that was over already.
    for (const model::ContainerChanges &report : std::as_const(bench.reports)) {
        for (const Container &container : report.upserted)
            QVERIFY(container.id != restartedId || container.state == ContainerState::running);
    }
}

void ContainersTest::B20_eventStormStaysBounded()
{
    SessionBench bench(50);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.forgetSeen();
    bench.engine.forgetRequests();
    QElapsedTimer since;
    since.start();
    bench.engine.startEventStorm(10000);
    QTRY_VERIFY(since.elapsed() > 1000);
    bench.engine.stopEventStorm();
    QVERIFY(bench.connected());
    // At most one report in each interval, each container once in it.
    QVERIFY2(bench.reports.size() <= since.elapsed() / 50 + 2, qPrintable(QString::number(bench.reports.size())));
    for (const model::ContainerChanges &report : std::as_const(bench.reports))
        QVERIFY(report.upserted.size() <= 50);
    QVERIFY(bench.engine.mostRepliesPending() <= 8);
    // In the end everything is as it is.
    const auto same = [&] {
        const QList<Container> all = bench.fleet().containers(bench.box());
        return std::all_of(all.begin(), all.end(), [&](const Container &c) {
            const FakeContainer *real = bench.engine.machine().find(c.id.text());
            return real && model::containerStateName(c.state) == real->state && bench.seen.value(c.id) == c;
        });
    };
    QTRY_VERIFY(same());
}

void ContainersTest::strangersInMassesAreReadByOneList()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.engine.forgetRequests();
    for (int i = 0; i < 150; ++i) {
        FakeContainer fresh;
        fresh.name = QStringLiteral("worker-%1").arg(i);
        bench.engine.machine().add(fresh);
    }
    QTRY_COMPARE(bench.seen.size(), 152);
    QVERIFY(bench.asked("GET", "/containers/json*") >= 1);
}

void ContainersTest::moreThanWaitAtOnceAreAllInspected()
{
    control::Timings timings = shortTimings();
    timings.relistSpacing = std::chrono::milliseconds(1000);
    timings.listDeadline = std::chrono::milliseconds(5000);
    SessionBench bench(1030, timings);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.connected() && bench.detailed(), 90000);
}

void ContainersTest::brokenEventStreamIsSubscribedAnew()
{
    SessionBench bench(4);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.forgetSeen();
    bench.engine.dropStreams();
    FakeContainer &victim = *bench.engine.machine().find(QStringLiteral("media-sonarr-1"));
    bench.engine.machine().die(victim, 9); // while nobody listens
    QTRY_COMPARE(bench.seen.value(*base::ContainerId::parse(victim.id)).exitCode, std::optional<int>(9));
    QTRY_COMPARE(bench.engine.streamsOpen(FakeConnection::Stream::events), 1);
    QVERIFY(bench.connected());
    QVERIFY(!bench.phases.contains(model::ConnectionPhase::reconnecting));
}

void ContainersTest::detailIsAskedForNow()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    const auto early = bench.fleet().inspect(bench.keyOf(QStringLiteral("media-jellyfin-1")));
    QVERIFY(early.isFinished());
    QCOMPARE(early.result().error().kind, base::ErrorKind::unreachable);
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    const auto detail = bench.fleet().inspect(bench.keyOf(QStringLiteral("media-jellyfin-1")));
    QTRY_VERIFY(detail.isFinished());
    QVERIFY(detail.result());
    QCOMPARE(detail.result()->container.name.text(), QStringLiteral("media-jellyfin-1"));
}

void ContainersTest::logIsRead()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    FakeContainer &container = *bench.engine.machine().find(QStringLiteral("media-jellyfin-1"));
    bench.engine.machine().writeLog(container, "hello");
    model::LogOptions options;
    options.follow = true;
    const auto feed = bench.sessions->control().logs.open(bench.keyOf(container.name), options);
    QSignalSpy lines(feed.get(), &control::LogFeed::lines);
    QTRY_VERIFY(!lines.isEmpty());
    QCOMPARE(bench.engine.streamsOpen(FakeConnection::Stream::logs), 1);
    QSignalSpy closed(feed.get(), &control::LogFeed::closed);
    bench.engine.machine().die(container, 0);
    QTRY_COMPARE(closed.size(), 1);
}

void ContainersTest::logOfAnUnconnectedHostFails()
{
    SessionBench bench(1);
    const auto feed = bench.sessions->control().logs.open(bench.keyOf(QStringLiteral("media-jellyfin-1")), {});
    QSignalSpy failed(feed.get(), &control::LogFeed::failed);
    QVERIFY(failed.isEmpty());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<base::Error>().kind, base::ErrorKind::unreachable);
}

void ContainersTest::logEndsWithTheConnection()
{
    SessionBench bench(1);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    model::LogOptions options;
    options.follow = true;
    const auto feed = bench.sessions->control().logs.open(bench.keyOf(QStringLiteral("media-jellyfin-1")), options);
    QTRY_COMPARE(bench.engine.streamsOpen(FakeConnection::Stream::logs), 1);
    QSignalSpy failed(feed.get(), &control::LogFeed::failed);
    QVERIFY(bench.sessions->control().hosts.disconnect(bench.box()));
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(bench.engine.connectionsOpen(), 0);
}

QTEST_GUILESS_MAIN(ContainersTest)
#include "containers_test.moc"
