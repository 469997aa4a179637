// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/fake_docker.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace mediahelm::revision;
using mediahelm::base::ErrorKind;
using mediahelm::tests::FakeDocker;
using mediahelm::tests::isAlive;
using mediahelm::tests::outputOf;
using mediahelm::tests::patience;

namespace {

const QString verb = QStringLiteral("up");

} // namespace

class ComposeCancelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deadlineEndsIt();
    void cancelInterruptsIt();
    void cancelWorksWhereWeOurselvesIgnoreTheSignal();
    void cancelKillsWhatDoesNotListen();
    void cancelReachesWhatItStarted();
    void cancelBeforeItRunsIsHeard();
    void destroyingTheRunStopsIt_data();
    void destroyingTheRunStopsIt();
};

void ComposeCancelTest::deadlineEndsIt()
{
    const FakeDocker docker("echo $$ >$log; exec sleep 1000");
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.deadline = std::chrono::milliseconds(300);
    const auto output = outputOf(*process.start(request));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::timeout);
    QVERIFY(!isAlive(docker.log().trimmed().toLongLong()));
}

void ComposeCancelTest::cancelInterruptsIt()
{
    const FakeDocker docker(
        "trap 'echo interrupted >>$log; exit 130' INT; echo ready >&2; while :; do sleep 0.05; done");
    auto process = docker.process();
    const auto run = process.start(docker.request({verb}));
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    QVERIFY(spy.wait(patience));
    run->cancel();
    const auto output = outputOf(*run);
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::cancelled);
    QCOMPARE(docker.log(), QByteArray("interrupted\n"));
}

void ComposeCancelTest::cancelWorksWhereWeOurselvesIgnoreTheSignal()
{
    const auto before = std::signal(SIGINT, SIG_IGN);
    const auto restore = qScopeGuard([before] { std::signal(SIGINT, before); });
    const FakeDocker docker("echo ready >&2; exec sleep 1000");
    auto process = docker.process(std::chrono::hours(1));
    const auto run = process.start(docker.request({verb}));
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    QVERIFY(spy.wait(patience));
    run->cancel();
    QCOMPARE(outputOf(*run).error().kind, ErrorKind::cancelled);
}

void ComposeCancelTest::cancelKillsWhatDoesNotListen()
{
    const FakeDocker docker("trap '' INT TERM; echo $$ >$log; echo ready >&2; while :; do sleep 0.05; done");
    auto process = docker.process(std::chrono::milliseconds(200));
    const auto run = process.start(docker.request({verb}));
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    QVERIFY(spy.wait(patience));
    run->cancel();
    const auto output = outputOf(*run);
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::cancelled);
    QVERIFY(!isAlive(docker.log().trimmed().toLongLong()));
}

void ComposeCancelTest::cancelReachesWhatItStarted()
{
    // As docker does: the plugin is a child, and holds the same pipes.
    const FakeDocker docker("sh -c 'trap \"\" INT; echo $$; exec sleep 1000' >$log & echo ready >&2; wait; wait");
    auto process = docker.process(std::chrono::milliseconds(200));
    const auto run = process.start(docker.request({verb}));
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    QVERIFY(spy.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(docker.log().endsWith('\n'), patience);
    run->cancel();
    QCOMPARE(outputOf(*run).error().kind, ErrorKind::cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(docker.log().trimmed().toLongLong()), patience);
}

void ComposeCancelTest::cancelBeforeItRunsIsHeard()
{
    const FakeDocker docker("touch $log");
    auto process = docker.process();
    const auto run = process.start(docker.request({verb}));
    run->cancel();
    const auto output = outputOf(*run);
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::cancelled);
    QVERIFY(outputOf(*process.start(docker.request({QStringLiteral("ls")})))); // and the next one runs
}

void ComposeCancelTest::destroyingTheRunStopsIt_data()
{
    QTest::addColumn<bool>("inItsOwnSignal");
    QTest::newRow("by its owner, where no event loop turns") << false;
    QTest::newRow("by who hears its first line") << true;
}

void ComposeCancelTest::destroyingTheRunStopsIt()
{
    QFETCH(bool, inItsOwnSignal);
    const FakeDocker docker("echo $$ >$log; echo ready >&2; exec sleep 1000");
    auto process = docker.process(std::chrono::hours(1));
    auto run = process.start(docker.request({verb}));
    const auto future = run->output();
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    if (inItsOwnSignal)
        connect(run.get(), &ComposeRun::lineRead, this, [&run] { run.reset(); });
    QVERIFY(spy.wait(patience));
    const qint64 id = docker.log().trimmed().toLongLong();
    QVERIFY(id > 1);
    run.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(id), patience);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::cancelled);
}

QTEST_GUILESS_MAIN(ComposeCancelTest)
#include "compose_cancel_test.moc"
