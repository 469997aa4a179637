// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/suspend_watch.h"
#include "tests/control/session_bench.h"
#include "tests/fakes/manual_clock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using base::ErrorKind;
using control::ConnectionTestReport;
using control::HostDirectory;
using control::QuestionBoard;
using control::QuestionDesk;
using model::ConnectionPhase;
using model::ConnectionProblem;
using model::Question;

class HostsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedHostsAreKeptAndConnected();
    void namesAreUnique();
    void nothingChangesWhenItCannotBeWritten();
    void removedHostsGoAtOnce();
    void hostMayBeRemovedByASlotOfItsOwn();
    void newAddressIsAnotherMachine();
    void reloadFollowsTheSettings();
    void testReportsWhatItFound();
    void testExplainsFailures_data();
    void testExplainsFailures();
    void testWaitsForAPerson();
    void questionsGoToTheFaceAndBack();
    void unstaffedDeskAnswersNothing();
    void suspendIsReadFromTheClocks_data();
    void suspendIsReadFromTheClocks();
};

namespace {

HostDirectory &directoryOf(SessionBench &bench)
{
    return bench.sessions->control().hosts;
}

Question passwordQuestion(quint64 id)
{
    Question question;
    question.id = id;
    question.host = hostId(QStringLiteral("box"));
    question.kind = Question::Kind::password;
    question.mayBeKept = true;
    return question;
}

} // namespace

void HostsTest::addedHostsAreKeptAndConnected()
{
    SessionBench bench(2, shortTimings(), {});
    QVERIFY(bench.engine.listen());
    bench.transports.of(QStringLiteral("nas")).socketPath = bench.engine.socketPath();
    bench.sessions->start();
    QSignalSpy added(&bench.fleet(), &control::Fleet::hostAdded);
    QVERIFY(directoryOf(bench).add(profileOf(QStringLiteral("nas"))));
    QCOMPARE(added.size(), 1);
    QCOMPARE(bench.store.hosts().size(), 1);
    QTRY_COMPARE(bench.fleet().host(hostId(QStringLiteral("nas")))->connection.phase, ConnectionPhase::connected);
}

void HostsTest::namesAreUnique()
{
    SessionBench bench(0, shortTimings(), {profileOf(QStringLiteral("box")), profileOf(QStringLiteral("nas"))});
    QCOMPARE(directoryOf(bench).add(profileOf(QStringLiteral("nas"))).error().kind, ErrorKind::conflict);
    QCOMPARE(directoryOf(bench).update(bench.box(), profileOf(QStringLiteral("nas"))).error().kind,
             ErrorKind::conflict);
    QCOMPARE(directoryOf(bench).remove(hostId(QStringLiteral("nobody"))).error().kind, ErrorKind::notFound);
    QCOMPARE(bench.store.writes(), 0);
}

void HostsTest::nothingChangesWhenItCannotBeWritten()
{
    SessionBench bench(0);
    bench.store.failWith(base::Error{ErrorKind::io, QStringLiteral("disk full"), {}});
    QCOMPARE(directoryOf(bench).add(profileOf(QStringLiteral("nas"))).error().kind, ErrorKind::io);
    QCOMPARE(directoryOf(bench).remove(bench.box()).error().kind, ErrorKind::io);
    QCOMPARE(bench.fleet().hosts().size(), 1);
}

void HostsTest::removedHostsGoAtOnce()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    QSignalSpy removed(&bench.fleet(), &control::Fleet::hostRemoved);
    QVERIFY(directoryOf(bench).remove(bench.box()));
    QCOMPARE(removed.size(), 1);
    QVERIFY(!bench.fleet().host(bench.box()));
    QTRY_COMPARE(bench.engine.connectionsOpen(), 0);
    QTRY_COMPARE(bench.script().alive, 0);
}

void HostsTest::hostMayBeRemovedByASlotOfItsOwn()
{
    SessionBench bench(5);
    QVERIFY(bench.engine.listen());
    const auto connection = connect(&bench.fleet(), &control::Fleet::containersChanged, this,
                                    [&] { static_cast<void>(directoryOf(bench).remove(bench.box())); });
    bench.sessions->start();
    QTRY_VERIFY(bench.fleet().hosts().isEmpty());
    QTRY_COMPARE(bench.script().alive, 0);
    disconnect(connection);
}

void HostsTest::newAddressIsAnotherMachine()
{
    SessionBench bench(2);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.seen.size() == 2);
    QVERIFY(directoryOf(bench).update(bench.box(), profileOf(QStringLiteral("box"), QStringLiteral("ssh://far"))));
    QVERIFY(bench.seen.isEmpty());
    QTRY_VERIFY(bench.connected() && bench.seen.size() == 2);
    QCOMPARE(bench.script().attempts, 2);
}

void HostsTest::reloadFollowsTheSettings()
{
    SessionBench bench(1, shortTimings(), {profileOf(QStringLiteral("box")), profileOf(QStringLiteral("old"))});
    QVERIFY(bench.engine.listen());
    bench.transports.of(QStringLiteral("new")).socketPath = bench.engine.socketPath();
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    QVERIFY(bench.store.setHosts({profileOf(QStringLiteral("new")), profileOf(QStringLiteral("box"))}));
    bench.sessions->reload();
    const QList<control::HostStatus> hosts = bench.fleet().hosts();
    QCOMPARE(hosts.size(), 2);
    QCOMPARE(hosts.first().profile.id, hostId(QStringLiteral("new"))); // in the order of the settings
    QVERIFY(bench.connected()); // left alone
    QCOMPARE(bench.script().attempts, 1);
    QTRY_COMPARE(bench.fleet().hosts().first().connection.phase, ConnectionPhase::connected);
}

void HostsTest::testReportsWhatItFound()
{
    SessionBench bench(7, shortTimings(), {});
    QVERIFY(bench.engine.listen());
    bench.transports.of(QStringLiteral("nas")).socketPath = bench.engine.socketPath();
    const auto report = directoryOf(bench).test(profileOf(QStringLiteral("nas")));
    QTRY_VERIFY(report.isFinished());
    QVERIFY(report.result());
    QCOMPARE(report.result()->problem, ConnectionProblem::none);
    QCOMPARE(report.result()->containers, 7);
    QCOMPARE(report.result()->engine->version, QStringLiteral("20.10.24"));
    QTRY_COMPARE(bench.transports.of(QStringLiteral("nas")).alive, 0);
    QVERIFY(bench.fleet().hosts().isEmpty());
}

void HostsTest::testExplainsFailures_data()
{
    QTest::addColumn<ConnectionProblem>("start");
    QTest::addColumn<ConnectionProblem>("found");
    QTest::addColumn<ConnectionProblem>("expected");
    const auto none = ConnectionProblem::none;
    QTest::newRow("transport fails") << ConnectionProblem::authenticationFailed << none
                                     << ConnectionProblem::authenticationFailed;
    QTest::newRow("diagnosed") << none << ConnectionProblem::noPermission << ConnectionProblem::noPermission;
    QTest::newRow("nothing found") << none << none << ConnectionProblem::unreachable;
}

void HostsTest::testExplainsFailures()
{
    QFETCH(ConnectionProblem, start);
    QFETCH(ConnectionProblem, found);
    QFETCH(ConnectionProblem, expected);
    SessionBench bench(0); // nobody listens
    if (start != ConnectionProblem::none)
        bench.script().failures = {{start, {}}};
    bench.script().found = {found, {}};
    const auto report = directoryOf(bench).test(profileOf(QStringLiteral("box")));
    QTRY_VERIFY(report.isFinished());
    QCOMPARE(report.result()->problem, expected);
    QVERIFY(!report.result()->engine);
}

void HostsTest::testWaitsForAPerson()
{
    control::Timings timings = shortTimings();
    timings.connectionTest = std::chrono::milliseconds(100);
    SessionBench bench(0, timings);
    bench.script().never = true;
    bench.questions.setStaffed(true);
    const auto answer = bench.questions.ask(passwordQuestion(1));
    QElapsedTimer since;
    since.start();
    const auto report = directoryOf(bench).test(profileOf(QStringLiteral("box")));
    QTRY_VERIFY(since.elapsed() > 3 * timings.connectionTest.count());
    QVERIFY(!report.isFinished());
    bench.questions.withdraw(1);
    QTRY_VERIFY(report.isFinished());
    QCOMPARE(report.result()->problem, ConnectionProblem::timeout);
    QVERIFY(answer.isFinished());
}

void HostsTest::questionsGoToTheFaceAndBack()
{
    QuestionBoard board;
    board.setStaffed(true);
    QVERIFY(board.canAnswer());
    QSignalSpy asked(&board, &QuestionDesk::asked);
    QSignalSpy withdrawn(&board, &QuestionDesk::withdrawn);
    const auto first = board.ask(passwordQuestion(1));
    const auto second = board.ask(passwordQuestion(2));
    const auto third = board.ask(passwordQuestion(3));
    QCOMPARE(asked.size(), 3);
    QCOMPARE(board.open().size(), 3);
    QCOMPARE(board.open().first().id, quint64(1));
    QVERIFY(board.waitingFor(hostId(QStringLiteral("box"))));
    board.answer(2, "secret", true);
    QVERIFY(second.isFinished());
    QVERIFY(second.result()->accepted && second.result()->keep);
    QCOMPARE(second.result()->text, QByteArray("secret"));
    board.decline(1);
    QVERIFY(first.result() && !first.result()->accepted);
    board.withdraw(3);
    QCOMPARE(third.result().error().kind, ErrorKind::cancelled);
    board.answer(3, "too late", false);
    QCOMPARE(withdrawn.size(), 3);
    QVERIFY(board.open().isEmpty());
}

void HostsTest::unstaffedDeskAnswersNothing()
{
    QuestionBoard board;
    QVERIFY(!board.canAnswer());
    const auto answer = board.ask(passwordQuestion(1));
    QVERIFY(answer.isFinished());
    QCOMPARE(answer.result().error().kind, ErrorKind::refused);
}

void HostsTest::suspendIsReadFromTheClocks_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("woke");
    QTest::newRow("time passes") << 0 << 0;
    QTest::newRow("slept") << 1 << 1;
    QTest::newRow("wall clock set") << 2 << 1;
    QTest::newRow("wall clock nudged") << 3 << 0;
}

void HostsTest::suspendIsReadFromTheClocks()
{
    QFETCH(int, what);
    QFETCH(int, woke);
    fakes::ManualClock clock;
    control::SuspendWatch watch(clock, std::chrono::hours(1));
    QSignalSpy spy(&watch, &control::SuspendWatch::woke);
    if (what == 0)
        clock.advance(std::chrono::hours(3));
    else if (what == 1)
        clock.suspend(std::chrono::minutes(5));
    else
        clock.jump(what == 2 ? -std::chrono::milliseconds(3'600'000) : std::chrono::milliseconds(300));
    watch.look();
    watch.look();
    QCOMPARE(spy.size(), woke);
}

QTEST_GUILESS_MAIN(HostsTest)
#include "hosts_test.moc"
