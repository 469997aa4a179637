// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/stats_source.h"
#include "tests/control/session_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using control::StatsSource;
using control::StatsWatch;
using fakes::FakeConnection;
using model::ContainerKey;
using model::ContainerSample;
using model::HostSample;

class StatsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyWatchesNothingIsAsked();
    void oneStreamForTwoWatches();
    void onlyRunningContainersHaveStreams();
    void streamsAreOpenedAnewAfterARestart();
    void streamsAreOpenedAnewAfterAReconnect();
    void samplesComeInTicks();
    void recentOutlivesTheWatch();
    void machineIsMeasuredWhileWatched();
    void machineThatCannotBeReadIsAskedOnce();
    void watchMayEndInItsOwnSignal();
    void watchOutlivesTheSessions();
};

namespace {

constexpr auto stats = FakeConnection::Stream::stats;

const QByteArray counters = "== stat\ncpu  100 0 50 800 50 0 0 0 0 0\ncpu0 100 0 50 800 50 0 0 0 0 0\n"
                            "== meminfo\nMemTotal: 1000 kB\nMemAvailable: 400 kB\n== loadavg\n0.5 0.4 0.3 1/2 3\n";

struct StatsBench : SessionBench {
    explicit StatsBench(int containers)
        : SessionBench(containers)
    {
        engine.options().statsInterval = std::chrono::milliseconds(100);
    }
    bool begin()
    {
        if (!engine.listen())
            return false;
        sessions->start();
        return QTest::qWaitFor([this] { return connected() && detailed(); });
    }
    StatsSource &source() { return sessions->control().stats; }
    QSet<ContainerKey> all()
    {
        QSet<ContainerKey> keys;
        for (const model::Container &container : fleet().containers(box()))
            keys.insert({box(), container.id});
        return keys;
    }
};

} // namespace

void StatsTest::nobodyWatchesNothingIsAsked()
{
    StatsBench bench(5);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    QCOMPARE(bench.engine.streamsOpen(stats), 0);
    watch->setContainers(bench.all());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 5);
    watch->setContainers({});
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 0);
    watch->setContainers(bench.all());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 5);
    watch.reset();
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 0);
    QCOMPARE(bench.script().hostReads, 0);
}

void StatsTest::oneStreamForTwoWatches()
{
    StatsBench bench(3);
    QVERIFY(bench.begin());
    const ContainerKey key = bench.keyOf(QStringLiteral("media-sonarr-1"));
    auto first = bench.source().watch();
    auto second = bench.source().watch();
    first->setContainers({key});
    second->setContainers(bench.all());
    QSignalSpy toFirst(first.get(), &StatsWatch::sampled);
    QSignalSpy toSecond(second.get(), &StatsWatch::sampled);
    QTRY_VERIFY(!toFirst.isEmpty() && !toSecond.isEmpty());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 3);
    QCOMPARE(bench.engine.streamsOpen(stats, key.id.text()), 1);
    second.reset();
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 1);
    toFirst.clear();
    const auto mine = [&] {
        for (const QList<QVariant> &tick : std::as_const(toFirst)) {
            for (const ContainerSample &sample : tick.first().value<QList<ContainerSample>>()) {
                if (sample.key == key && sample.cpuCores)
                    return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(mine());
}

void StatsTest::onlyRunningContainersHaveStreams()
{
    StatsBench bench(10); // one of which has exited
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    watch->setContainers(bench.all());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 9);
    watch->setContainers({{bench.box(), *base::ContainerId::parse(u"0123456789ab")}}); // nobody's
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 0);
}

void StatsTest::streamsAreOpenedAnewAfterARestart()
{
    StatsBench bench(3);
    QVERIFY(bench.begin());
    fakes::FakeContainer &container = *bench.engine.machine().find(QStringLiteral("media-sonarr-1"));
    auto watch = bench.source().watch();
    watch->setContainers({bench.keyOf(container.name)});
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 1);
    bench.engine.machine().die(container, 1);
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 0);
    static_cast<void>(bench.engine.machine().start(container));
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 1);
}

void StatsTest::streamsAreOpenedAnewAfterAReconnect()
{
    StatsBench bench(4);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    watch->setContainers(bench.all());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 4);
    bench.engine.stopListening();
    bench.engine.dropConnections();
    QTRY_VERIFY(!bench.connected());
    QVERIFY(bench.engine.listen());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 4);
}

void StatsTest::samplesComeInTicks()
{
    StatsBench bench(8);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    watch->setContainers(bench.all());
    QSignalSpy ticks(watch.get(), &StatsWatch::sampled);
    QTRY_VERIFY(ticks.size() >= 5);
    for (const QList<QVariant> &tick : std::as_const(ticks)) {
        QSet<ContainerKey> keys;
        const auto samples = tick.first().value<QList<ContainerSample>>();
        for (const ContainerSample &sample : samples)
            keys.insert(sample.key);
        QCOMPARE(keys.size(), samples.size()); // each at most once
    }
}

void StatsTest::recentOutlivesTheWatch()
{
    StatsBench bench(2);
    QVERIFY(bench.begin());
    const ContainerKey key = bench.keyOf(QStringLiteral("media-jellyfin-1"));
    auto watch = bench.source().watch();
    watch->setContainers({key});
    QTRY_VERIFY(bench.source().recent(key).size() >= 3);
    watch.reset();
    const QList<ContainerSample> recent = bench.source().recent(key);
    QVERIFY(recent.size() >= 3);
    QVERIFY(std::is_sorted(recent.begin(), recent.end(),
                           [](const ContainerSample &a, const ContainerSample &b) { return a.at < b.at; }));
    QVERIFY(bench.source().recent({bench.box(), *base::ContainerId::parse(u"0123456789ab")}).isEmpty());
}

void StatsTest::machineIsMeasuredWhileWatched()
{
    StatsBench bench(1);
    bench.script().hostCounters = counters;
    QVERIFY(bench.begin());
    QCOMPARE(bench.script().hostReads, 0);
    auto watch = bench.source().watch();
    watch->setHosts({bench.box()});
    QSignalSpy ticks(watch.get(), &StatsWatch::sampled);
    const auto measured = [&] {
        return std::any_of(ticks.begin(), ticks.end(), [](const QList<QVariant> &tick) {
            const auto hosts = tick.at(1).value<QList<HostSample>>();
            return !hosts.isEmpty() && hosts.first().memoryBytes == 600 * 1024;
        });
    };
    QTRY_VERIFY(measured());
    QVERIFY(!bench.source().recentHost(bench.box()).isEmpty());
    watch.reset();
    const int reads = bench.script().hostReads;
    QSignalSpy other(&bench.engine, &fakes::FakeEngine::statisticsDue);
    QTRY_VERIFY(other.size() >= 3 || bench.script().hostReads == reads);
    QCOMPARE(bench.script().hostReads, reads);
}

void StatsTest::machineThatCannotBeReadIsAskedOnce()
{
    StatsBench bench(1);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    watch->setHosts({bench.box()});
    QSignalSpy ticks(watch.get(), &StatsWatch::sampled);
    QTRY_VERIFY(ticks.size() >= 3);
    QCOMPARE(bench.script().hostReads, 1);
}

void StatsTest::watchMayEndInItsOwnSignal()
{
    StatsBench bench(3);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    auto other = bench.source().watch();
    watch->setContainers(bench.all());
    other->setContainers(bench.all());
    QSignalSpy ended(watch.get(), &QObject::destroyed);
    connect(watch.get(), &StatsWatch::sampled, this, [&] {
        other.reset();
        watch.reset();
    });
    QTRY_COMPARE(ended.size(), 1);
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 0);
}

void StatsTest::watchOutlivesTheSessions()
{
    StatsBench bench(3);
    QVERIFY(bench.begin());
    auto watch = bench.source().watch();
    watch->setContainers(bench.all());
    QTRY_COMPARE(bench.engine.streamsOpen(stats), 3);
    bench.sessions.reset();
    watch->setContainers({});
    watch.reset();
    QTRY_COMPARE(bench.engine.connectionsOpen(), 0);
}

QTEST_GUILESS_MAIN(StatsTest)
#include "stats_test.moc"
