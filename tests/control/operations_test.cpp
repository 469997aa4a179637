// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/session_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using base::ErrorKind;
using control::Operation;
using control::ServiceOperations;
using model::ContainerAction;
using model::ContainerKey;
using model::ContainerState;

class OperationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionIsDoneReportedAndSeen_data();
    void actionIsDoneReportedAndSeen();
    void oneAtATimeForAContainer();
    void manyAtOnceLeaveRoomForOtherCalls();
    void failuresAreReported_data();
    void failuresAreReported();
    void unconnectedHostIsUnreachable();
    void lostConnectionEndsThem();
    void hostMayBeDisconnectedOrConnectedByWhoIsToldOfTheLoss_data();
    void hostMayBeDisconnectedOrConnectedByWhoIsToldOfTheLoss();
};

namespace {

ServiceOperations &operationsOf(SessionBench &bench)
{
    return bench.sessions->control().operations;
}

} // namespace

void OperationsTest::actionIsDoneReportedAndSeen_data()
{
    QTest::addColumn<ContainerAction>("action");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("stop") << ContainerAction::stop << QByteArray("stop");
    QTest::newRow("restart") << ContainerAction::restart << QByteArray("restart");
    QTest::newRow("pause") << ContainerAction::pause << QByteArray("pause");
    QTest::newRow("kill") << ContainerAction::kill << QByteArray("kill");
    QTest::newRow("start") << ContainerAction::start << QByteArray("start");
}

void OperationsTest::actionIsDoneReportedAndSeen()
{
    QFETCH(ContainerAction, action);
    QFETCH(QByteArray, request);
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    const ContainerKey key = bench.keyOf(QStringLiteral("media-sonarr-1"));
    QSignalSpy started(&operationsOf(bench), &ServiceOperations::started);
    QSignalSpy finished(&operationsOf(bench), &ServiceOperations::finished);
    const auto result = operationsOf(bench).perform(key, action, {});
    QCOMPARE(started.size(), 1);
    QVERIFY(operationsOf(bench).running(key));
    QCOMPARE(operationsOf(bench).running(key)->action, action);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(result.isFinished() && result.result());
    const auto operation = finished.first().first().value<Operation>();
    QVERIFY(operation.finished && !operation.error);
    QVERIFY(!operationsOf(bench).running(key));
    QCOMPARE(bench.asked("POST", "/containers/" + key.id.text().toLatin1() + "/" + request + "*"), 1);
    const auto asItIs = [&] {
        const fakes::FakeContainer *real = bench.engine.machine().find(key.id.text());
        return model::containerStateName(bench.seen.value(key.id).state) == real->state;
    };
    QTRY_VERIFY(asItIs());
}

void OperationsTest::oneAtATimeForAContainer()
{
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected());
    bench.engine.machine().find(QStringLiteral("media-sonarr-1"))->stopMilliseconds = 200;
    const ContainerKey key = bench.keyOf(QStringLiteral("media-sonarr-1"));
    const auto first = operationsOf(bench).perform(key, ContainerAction::stop, {});
    const auto second = operationsOf(bench).perform(key, ContainerAction::start, {});
    const auto other =
        operationsOf(bench).perform(bench.keyOf(QStringLiteral("media-jellyfin-1")), ContainerAction::pause, {});
    QVERIFY(second.isFinished());
    QCOMPARE(second.result().error().kind, ErrorKind::conflict);
    QTRY_VERIFY(other.isFinished() && first.isFinished());
    QVERIFY(first.result());
    QVERIFY(other.result());
}

void OperationsTest::manyAtOnceLeaveRoomForOtherCalls()
{
    SessionBench bench(30);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    bench.engine.forgetRequests();
    QList<QFuture<base::Result<void>>> results;
    const QList<model::Container> all = bench.fleet().containers(bench.box());
    for (const model::Container &container : all) {
        if (container.running())
            results.append(operationsOf(bench).perform({bench.box(), container.id}, ContainerAction::restart, {}));
    }
    QVERIFY(results.size() > 20);
    const auto done = [&] {
        return std::all_of(results.begin(), results.end(), [](const auto &r) { return r.isFinished(); });
    };
    QTRY_VERIFY(done());
    QVERIFY(std::all_of(results.begin(), results.end(), [](const auto &r) { return r.result().ok(); }));
    QVERIFY(bench.engine.mostRepliesPending() <= 8);
    QVERIFY(!bench.phases.contains(model::ConnectionPhase::notResponding));
}

void OperationsTest::failuresAreReported_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("403") << 403 << ErrorKind::refused;
    QTest::newRow("404") << 404 << ErrorKind::notFound;
    QTest::newRow("409") << 409 << ErrorKind::conflict;
    QTest::newRow("500") << 500 << ErrorKind::internal;
    QTest::newRow("no answer") << 0 << ErrorKind::timeout;
    QTest::newRow("cut") << -1 << ErrorKind::unreachable;
}

void OperationsTest::failuresAreReported()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    const ContainerKey key = bench.keyOf(QStringLiteral("media-sonarr-1"));
    const QString path = QStringLiteral("/containers/%1/start").arg(key.id.text());
    if (status > 0)
        bench.engine.faults().fail(path, status, QStringLiteral("its own words"));
    else if (status == 0)
        bench.engine.faults().hang(path);
    else
        bench.engine.faults().reset(path);
    QSignalSpy finished(&operationsOf(bench), &ServiceOperations::finished);
    const auto result = operationsOf(bench).perform(key, ContainerAction::start, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(result.result().error().kind, kind);
    QCOMPARE(finished.first().first().value<Operation>().error->kind, kind);
    QVERIFY(!operationsOf(bench).running(key));
}

void OperationsTest::unconnectedHostIsUnreachable()
{
    SessionBench bench(1);
    const auto result =
        operationsOf(bench).perform(bench.keyOf(QStringLiteral("media-jellyfin-1")), ContainerAction::stop, {});
    QVERIFY(result.isFinished());
    QCOMPARE(result.result().error().kind, ErrorKind::unreachable);
}

void OperationsTest::lostConnectionEndsThem()
{
    SessionBench bench(12);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    QSignalSpy finished(&operationsOf(bench), &ServiceOperations::finished);
    int begun = 0;
    for (const fakes::FakeContainer *container : bench.engine.machine().containers()) {
        bench.engine.faults().hang(QStringLiteral("/containers/%1/pause").arg(container->id));
        static_cast<void>(operationsOf(bench).perform(bench.keyOf(container->name), ContainerAction::pause, {}));
        ++begun;
    }
    QVERIFY(bench.sessions->control().hosts.disconnect(bench.box()));
    QTRY_COMPARE(finished.size(), begun); // those that waited for their turn too
    for (const QList<QVariant> &call : std::as_const(finished))
        QCOMPARE(call.first().value<Operation>().error->kind, ErrorKind::unreachable);
}

void OperationsTest::hostMayBeDisconnectedOrConnectedByWhoIsToldOfTheLoss_data()
{
    QTest::addColumn<bool>("connectAtLast");
    QTest::newRow("connect, then disconnect") << false;
    QTest::newRow("disconnect, then connect") << true;
}

void OperationsTest::hostMayBeDisconnectedOrConnectedByWhoIsToldOfTheLoss()
{
    QFETCH(bool, connectAtLast);
    SessionBench bench(3);
    QVERIFY(bench.engine.listen());
    bench.sessions->start();
    QTRY_VERIFY(bench.connected() && bench.detailed());
    const ContainerKey key = bench.keyOf(QStringLiteral("media-sonarr-1"));
    bench.engine.faults().hang(QStringLiteral("/containers/%1/pause").arg(key.id.text()));
    static_cast<void>(operationsOf(bench).perform(key, ContainerAction::pause, {}));
    control::HostDirectory &hosts = bench.sessions->control().hosts;
    int told = 0;
    connect(&operationsOf(bench), &ServiceOperations::finished, this, [&] {
        ++told;
        QVERIFY(connectAtLast ? hosts.connectNow(bench.box()) : hosts.disconnect(bench.box()));
    });
    QVERIFY(connectAtLast ? hosts.disconnect(bench.box()) : hosts.connectNow(bench.box()));
    QTRY_COMPARE(told, 1);
    if (connectAtLast)
        QTRY_VERIFY(bench.connected());
    else
        QTRY_COMPARE(bench.phase(), model::ConnectionPhase::stopped);
    QTRY_COMPARE(bench.script().alive, connectAtLast ? 1 : 0);
}

QTEST_GUILESS_MAIN(OperationsTest)
#include "operations_test.moc"
