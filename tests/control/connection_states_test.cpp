// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/session_bench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using model::ConnectionPhase;
using model::ConnectionProblem;

class ConnectionStatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndLists();
    void B01_absentEngineIsNoticedWhenItAppears();
    void B01_onlyASocketOfThisMachineIsLookedForSoOften();
    void B01_theReasonIsToldOnceItIsKnown();
    void B02_theProductsOwnWaitsHoldTheRow();
    void B02_hungEngineIsNotRespondingThenConnectedAgain();
    void B02_silentForLongTheTransportIsReplaced();
    void B04_engineRestartsLeaveNoPhantomsAndNoDescriptors();
    void B05_engineTooOldStopsWithAReason();
    void B05_versionsAreNegotiated();
    void B06_garbageReconnects_data();
    void B06_garbageReconnects();
    void B06_aStrangerIsNoEngine();
    void B07_noPermissionIsRetriedSlowly();
    void B08_failuresStopOrAreRetried_data();
    void B08_failuresStopOrAreRetried();
    void B08_otherHostsAreUnaffected();
    void connectNowFromStopped();
    void disconnectStaysSo();
    void attemptWithoutEndIsGivenUp();
    void sleepOfTheMachineIsNoticed();
};

void ConnectionStatesTest::connectsAndLists()
{
    SessionBench bench(20);
    QVERIFY(bench.engine.listen());
    QCOMPARE(bench.phase(), ConnectionPhase::connecting);
    QSignalSpy listed(&bench.fleet(), &control::Fleet::hostListed);
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    QCOMPARE(listed.size(), 1);
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 20);
    QTRY_VERIFY(bench.fleet().host(bench.box())->engine.has_value());
    QVERIFY(bench.state().lastAnswer.isValid());
    QVERIFY(!bench.state().stale());
}

void ConnectionStatesTest::B01_absentEngineIsNoticedWhenItAppears()
{
    SessionBench bench(3, control::Timings{}); // the product's own waits
    bench.script().nearby = true;
    bench.script().found = {ConnectionProblem::noEngine, QStringLiteral("no socket")};
    bench.sessions->start();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::reconnecting);
    QCOMPARE(bench.state().problem, ConnectionProblem::noEngine);
    QVERIFY(bench.state().nextAttempt.isValid());
    QTRY_VERIFY(bench.script().attempts >= 2);
    QElapsedTimer since;
    since.start();
    QVERIFY(bench.engine.listen());
    QTRY_VERIFY_WITH_TIMEOUT(bench.connected(), 5000);
    QVERIFY2(since.elapsed() <= 2000, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(bench.state().failedAttempts, 0);
}

// The name "local" may stand for a host behind SSH or TCP, by DOCKER_HOST or a docker context.
void ConnectionStatesTest::B01_onlyASocketOfThisMachineIsLookedForSoOften()
{
    for (const bool nearby : {true, false}) {
        control::Timings timings = shortTimings();
        timings.longestRetry = std::chrono::milliseconds(60'000);
        SessionBench bench(1, timings);
        bench.script().nearby = nearby;
        bench.script().failures.assign(8, {ConnectionProblem::refused, QStringLiteral("connection refused")});
        bench.sessions->start();
        const auto wait = [&] { return bench.clock.utcNow().msecsTo(bench.state().nextAttempt); };
        QTRY_VERIFY(bench.state().failedAttempts >= 6 && bench.state().nextAttempt.isValid());
        QVERIFY2((wait() <= timings.nearbyRetry.count()) == nearby, qPrintable(QString::number(wait())));
    }
}

// What stands before the diagnosis is a guess: a face that ends at the first problem would show that.
void ConnectionStatesTest::B01_theReasonIsToldOnceItIsKnown()
{
    SessionBench bench(1);
    bench.script().diagnosisHangs = true;
    bench.script().found = {ConnectionProblem::noEngine, QStringLiteral("no socket")};
    bench.sessions->start();
    QTRY_COMPARE(bench.script().diagnoses, 1);
    QCOMPARE(bench.phase(), ConnectionPhase::connecting);
    QCOMPARE(bench.state().problem, ConnectionProblem::none);
    bench.script().diagnosisHangs = false;
    QVERIFY(bench.sessions->control().hosts.connectNow(bench.box()));
    QTRY_COMPARE(bench.phase(), ConnectionPhase::reconnecting);
    QCOMPARE(bench.state().problem, ConnectionProblem::noEngine);
}

// "Not responding" within 10 s, lists within 5 s and inspections within 15 s, well again within 5 s; a dead peer found
// within 15 s.
void ConnectionStatesTest::B02_theProductsOwnWaitsHoldTheRow()
{
    using std::chrono::seconds;
    const control::Timings own;
    QVERIFY(own.quietBeforePing + own.answerDeadline <= seconds(10));
    QVERIFY(own.listDeadline <= seconds(5));
    QVERIFY(own.inspectDeadline <= seconds(15));
    QVERIFY(own.silentEngineRetry <= seconds(5));
    QVERIFY(own.silenceBeforeAnew <= seconds(15));
    QVERIFY(own.nearbyRetry <= seconds(2));
    QCOMPARE(own.firstRetry, seconds(1));
    QCOMPARE(own.longestRetry, seconds(60));
}

void ConnectionStatesTest::B02_hungEngineIsNotRespondingThenConnectedAgain()
{
    SessionBench bench(5);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.engine.setFrozen(true);
    bench.engine.forgetRequests();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::notResponding);
    const model::ConnectionState state = bench.state();
    QCOMPARE(state.problem, ConnectionProblem::timeout);
    QVERIFY(state.stale());
    QVERIFY(state.lastAnswer.isValid());
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 5); // as last known
    bench.engine.setFrozen(false);
    QTRY_VERIFY(bench.connected());
    QCOMPARE(bench.script().attempts, 1); // the same transport
    QCOMPARE(bench.asked("POST", "*"), 0); // nothing was done to any container
    QCOMPARE(bench.state().problem, ConnectionProblem::none);
}

void ConnectionStatesTest::B02_silentForLongTheTransportIsReplaced()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    bench.engine.setFrozen(true);
    QTRY_COMPARE(bench.phase(), ConnectionPhase::reconnecting);
    QCOMPARE(bench.state().problem, ConnectionProblem::timeout);
    QTRY_VERIFY(bench.script().attempts >= 3); // goes on trying, and lets go of what it tried
    QVERIFY(bench.script().alive <= 2);
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 2);
    bench.engine.setFrozen(false);
    QTRY_VERIFY(bench.connected());
}

void ConnectionStatesTest::B04_engineRestartsLeaveNoPhantomsAndNoDescriptors()
{
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files).size(); };
    SessionBench bench(10);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.forgetSeen();
    qsizetype before = 0;
    for (int round = 0; round < 50; ++round) {
        bench.engine.stopListening(round % 2 == 1);
        bench.engine.dropConnections();
        QTRY_VERIFY(!bench.connected());
        bench.engine.forgetRequests();
        QVERIFY(bench.engine.listen());
        QTRY_VERIFY(bench.connected());
        QVERIFY(bench.asked("GET", "/containers/json*") >= 1);
        QTRY_VERIFY(bench.asked("GET", "/events*") >= 1);
        if (round == 4)
            before = descriptors();
    }
    QTRY_COMPARE(bench.engine.repliesPending(), 0);
    QCOMPARE(bench.upserts, 0);
    QCOMPARE(bench.removals, 0);
    QTRY_VERIFY2(descriptors() <= before + 4, qPrintable(QString::number(descriptors() - before)));
    QTRY_COMPARE(bench.script().alive, 1);
}

void ConnectionStatesTest::B05_engineTooOldStopsWithAReason()
{
    SessionBench bench(1);
    bench.engine.options().apiVersion = QStringLiteral("1.18");
    bench.engine.options().minApiVersion = QStringLiteral("1.10");
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::stopped);
    QCOMPARE(bench.state().problem, ConnectionProblem::apiTooOld);
}

void ConnectionStatesTest::B05_versionsAreNegotiated()
{
    SessionBench bench(1);
    bench.engine.options().apiVersion = QStringLiteral("1.99");
    bench.engine.options().minApiVersion = QStringLiteral("1.24");
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
}

void ConnectionStatesTest::B06_garbageReconnects_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("not JSON") << 0;
    QTest::newRow("cut in the middle") << 1;
    QTest::newRow("no reply") << 2;
}

void ConnectionStatesTest::B06_garbageReconnects()
{
    QFETCH(int, fault);
    SessionBench bench(4);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.forgetSeen();
    const QString list = QStringLiteral("/containers/json*");
    if (fault == 0)
        bench.engine.faults().badJson(list, 2);
    else if (fault == 1)
        bench.engine.faults().cut(list, 20, 2);
    else
        bench.engine.faults().reset(list, 2);
    bench.engine.dropStreams(); // a new subscription is followed by a list
    QTRY_VERIFY(bench.phases.contains(ConnectionPhase::reconnecting));
    QTRY_VERIFY(bench.connected());
    QCOMPARE(bench.removals, 0);
    QCOMPARE(bench.upserts, 0);
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 4);
}

void ConnectionStatesTest::B06_aStrangerIsNoEngine()
{
    SessionBench bench(1);
    bench.engine.faults().answer(QStringLiteral("/_ping"), 404, "<html>nginx</html>");
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::stopped);
    QCOMPARE(bench.state().problem, ConnectionProblem::notAnEngine);
}

void ConnectionStatesTest::B07_noPermissionIsRetriedSlowly()
{
    SessionBench bench(1);
    QVERIFY(bench.engine.listen());
    bench.script().failures = {{ConnectionProblem::noPermission, QStringLiteral("permission denied")},
                               {ConnectionProblem::noPermission, QStringLiteral("permission denied")}};
    QElapsedTimer since;
    since.start();
    bench.sessions->start();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::reconnecting);
    QCOMPARE(bench.state().problem, ConnectionProblem::noPermission);
    QVERIFY(QByteArray(model::problemRemedy(bench.state().problem)).contains("usermod -aG docker"));
    QTRY_VERIFY(bench.connected());
    QVERIFY(since.elapsed() >= shortTimings().noPermissionRetry.count() * 3 / 2); // twice, with a coarse timer
    QCOMPARE(bench.script().attempts, 3);
    QVERIFY(control::Timings{}.noPermissionRetry >= std::chrono::seconds(30));
}

void ConnectionStatesTest::B08_failuresStopOrAreRetried_data()
{
    QTest::addColumn<ConnectionProblem>("problem");
    QTest::addColumn<bool>("stops");
    QTest::newRow("authentication") << ConnectionProblem::authenticationFailed << true;
    QTest::newRow("host key changed") << ConnectionProblem::hostKeyChanged << true;
    QTest::newRow("host key unknown") << ConnectionProblem::hostKeyUnknown << true;
    QTest::newRow("answer needed") << ConnectionProblem::answerNeeded << true;
    QTest::newRow("no ssh") << ConnectionProblem::sshMissing << true;
    QTest::newRow("forwarding refused") << ConnectionProblem::forwardingRefused << true;
    QTest::newRow("refused") << ConnectionProblem::refused << false;
    QTest::newRow("unreachable") << ConnectionProblem::unreachable << false;
    QTest::newRow("timeout") << ConnectionProblem::timeout << false;
    QTest::newRow("no engine") << ConnectionProblem::noEngine << false;
}

void ConnectionStatesTest::B08_failuresStopOrAreRetried()
{
    QFETCH(ConnectionProblem, problem);
    QFETCH(bool, stops);
    SessionBench bench(1, shortTimings(), {profileOf(QStringLiteral("box"), QStringLiteral("ssh://user@far"))});
    QVERIFY(bench.engine.listen());
    bench.script().failures.assign(2, {problem, QStringLiteral("its own words")});
    bench.sessions->start();
    if (!stops) {
        QTRY_VERIFY(bench.connected());
        QCOMPARE(bench.script().attempts, 3);
        return;
    }
    QTRY_COMPARE(bench.phase(), ConnectionPhase::stopped);
    QCOMPARE(bench.state().problem, problem);
    QCOMPARE(bench.state().detail, QStringLiteral("its own words"));
    QVERIFY(!bench.state().nextAttempt.isValid());
    QCOMPARE(bench.script().attempts, 1);
    QTRY_COMPARE(bench.script().alive, 0);
}

void ConnectionStatesTest::B08_otherHostsAreUnaffected()
{
    SessionBench bench(3, shortTimings(), {profileOf(QStringLiteral("box")), profileOf(QStringLiteral("far"))});
    QVERIFY(bench.engine.listen());
    bench.transports.of(QStringLiteral("far")).never = true;
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    QCOMPARE(bench.fleet().host(hostId(QStringLiteral("far")))->connection.phase, ConnectionPhase::connecting);
    QVERIFY(bench.fleet().containers(hostId(QStringLiteral("far"))).isEmpty());
    QVERIFY(!bench.fleet().listed(hostId(QStringLiteral("far"))));
}

void ConnectionStatesTest::connectNowFromStopped()
{
    SessionBench bench(1);
    QVERIFY(bench.engine.listen());
    bench.script().failures = {{ConnectionProblem::authenticationFailed, {}}};
    bench.sessions->start();
    QTRY_COMPARE(bench.phase(), ConnectionPhase::stopped);
    QVERIFY(bench.sessions->control().hosts.connectNow(bench.box()));
    QCOMPARE(bench.phase(), ConnectionPhase::connecting);
    QTRY_VERIFY(bench.connected());
    QVERIFY(!bench.sessions->control().hosts.connectNow(hostId(QStringLiteral("nobody"))));
}

void ConnectionStatesTest::disconnectStaysSo()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    QVERIFY(bench.sessions->control().hosts.disconnect(bench.box()));
    QCOMPARE(bench.phase(), ConnectionPhase::stopped);
    QCOMPARE(bench.state().problem, ConnectionProblem::disconnectedByUser);
    QTRY_COMPARE(bench.engine.connectionsOpen(), 0);
    QTRY_COMPARE(bench.script().alive, 0);
    QCOMPARE(bench.fleet().containers(bench.box()).size(), 2);
}

void ConnectionStatesTest::attemptWithoutEndIsGivenUp()
{
    control::Timings timings = shortTimings();
    timings.attemptDeadline = std::chrono::milliseconds(100);
    SessionBench bench(1, timings);
    QVERIFY(bench.engine.listen());
    bench.script().never = true;
    bench.sessions->start();
    QTRY_COMPARE(bench.state().problem, ConnectionProblem::timeout);
    bench.script().never = false;
    QTRY_VERIFY(bench.connected());
}

void ConnectionStatesTest::sleepOfTheMachineIsNoticed()
{
    control::Timings timings = shortTimings();
    timings.quietBeforePing = std::chrono::milliseconds(60000);
    SessionBench bench(1, timings);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.engine.forgetRequests();
    QCOMPARE(bench.asked("GET", "/_ping"), 0);
    bench.clock.slept += std::chrono::hours(8);
    QTRY_VERIFY(bench.asked("GET", "/_ping") >= 1);
}

QTEST_GUILESS_MAIN(ConnectionStatesTest)
#include "connection_states_test.moc"
