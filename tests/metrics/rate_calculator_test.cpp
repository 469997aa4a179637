// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/rate_calculator.h"
#include "core/metrics/sample_history.h"
#include "core/metrics/tick_schedule.h"

#include <QTest>

using namespace mediahelm;
using engine::RawStats;
using metrics::MachineFacts;
using metrics::RateCalculator;
using model::ContainerSample;
using std::chrono::milliseconds;

namespace {

constexpr quint64 second = 1'000'000'000;

model::ContainerKey key()
{
    return {*base::HostId::parse(u"box"), *base::ContainerId::parse(u"0123456789ab")};
}

RawStats reading(qint64 atMs, quint64 cpu, quint64 received = 0)
{
    RawStats stats;
    stats.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + atMs, Qt::UTC);
    stats.cpuNanoseconds = cpu;
    stats.networkReceiveBytes = received;
    stats.networkTransmitBytes = 0;
    stats.blockReadBytes = 0;
    stats.blockWriteBytes = 0;
    stats.memoryUsageBytes = 100;
    stats.memoryInactiveFileBytes = 40;
    stats.memoryLimitBytes = 1000;
    stats.processes = 3;
    return stats;
}

} // namespace

class RateCalculatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstReadingHasNoRates();
    void twoReadingsGiveRates();
    void whatDoesNotBelongTogetherIsAGap_data();
    void whatDoesNotBelongTogetherIsAGap();
    void aCounterThatWentBackIsAGapOfItsOwn();
    void missingValuesStayMissing();
    void workingSetLeavesOutFileCache();
    void limitOfTheWholeMachineIsNone();
    void afterForgetTheNextReadingIsTheFirst();
    void historyGivesBackWhatWasPushed();
    void historyIsBounded();
    void ticksStayOnTheGrid();
};

void RateCalculatorTest::firstReadingHasNoRates()
{
    RateCalculator rates(key());
    const ContainerSample sample = rates.next(reading(0, 5 * second), milliseconds(0));
    QVERIFY(!sample.cpuCores);
    QVERIFY(!sample.networkReceiveBytesPerSecond);
    QCOMPARE(sample.memoryBytes, std::optional<qint64>(60));
    QCOMPARE(sample.processes, std::optional<int>(3));
    QCOMPARE(sample.key, key());
}

void RateCalculatorTest::twoReadingsGiveRates()
{
    RateCalculator rates(key());
    static_cast<void>(rates.next(reading(0, 5 * second, 1000), milliseconds(0)));
    const ContainerSample sample = rates.next(reading(2000, 6 * second, 5000), milliseconds(2010));
    QCOMPARE(sample.cpuCores, std::optional<double>(0.5));
    QCOMPARE(sample.networkReceiveBytesPerSecond, std::optional<double>(2000));
    QCOMPARE(sample.blockReadBytesPerSecond, std::optional<double>(0));
}

void RateCalculatorTest::whatDoesNotBelongTogetherIsAGap_data()
{
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<int>("arrivedMs");
    QTest::addColumn<quint64>("cpu");
    QTest::newRow("container restarted") << qint64(1000) << 1000 << quint64(second / 10);
    QTest::newRow("engine's clock set forward") << qint64(3'601'000) << 1000 << 11 * second;
    QTest::newRow("engine's clock set back") << qint64(-3'600'000) << 1000 << 11 * second;
    QTest::newRow("engine's clock stepped back a little") << qint64(50) << 1000 << 11 * second;
    QTest::newRow("same reading twice") << qint64(0) << 1000 << 10 * second;
    QTest::newRow("stream paused for minutes") << qint64(300'000) << 300'000 << 11 * second;
    QTest::newRow("this machine slept") << qint64(10'000) << 1000 << 11 * second;
    QTest::newRow("more than the machine has") << qint64(1000) << 1000 << 30 * second;
}

void RateCalculatorTest::whatDoesNotBelongTogetherIsAGap()
{
    QFETCH(qint64, atMs);
    QFETCH(int, arrivedMs);
    QFETCH(quint64, cpu);
    RateCalculator rates(key());
    const MachineFacts machine{4, 0};
    static_cast<void>(rates.next(reading(0, 10 * second), milliseconds(0), machine));
    const ContainerSample gap = rates.next(reading(atMs, cpu), milliseconds(arrivedMs), machine);
    QVERIFY(!gap.cpuCores);
    // And it goes on from there.
    const ContainerSample next =
        rates.next(reading(atMs + 1000, cpu + second), milliseconds(arrivedMs + 1000), machine);
    QCOMPARE(next.cpuCores, std::optional<double>(1.0));
}

void RateCalculatorTest::aCounterThatWentBackIsAGapOfItsOwn()
{
    RateCalculator rates(key());
    static_cast<void>(rates.next(reading(0, second, 9000), milliseconds(0)));
    const ContainerSample sample = rates.next(reading(1000, 2 * second, 10), milliseconds(1000));
    QVERIFY(!sample.networkReceiveBytesPerSecond);
    QCOMPARE(sample.cpuCores, std::optional<double>(1.0));
}

void RateCalculatorTest::missingValuesStayMissing()
{
    RateCalculator rates(key());
    RawStats bare;
    bare.at = reading(0, 0).at;
    static_cast<void>(rates.next(bare, milliseconds(0)));
    bare.at = reading(1000, 0).at;
    const ContainerSample sample = rates.next(bare, milliseconds(1000));
    QVERIFY(!sample.cpuCores);
    QVERIFY(!sample.memoryBytes);
    QVERIFY(!sample.networkReceiveBytesPerSecond);
    QVERIFY(!sample.processes);
}

void RateCalculatorTest::workingSetLeavesOutFileCache()
{
    RateCalculator rates(key());
    RawStats stats = reading(0, 0);
    stats.memoryInactiveFileBytes = 500; // more than the usage, as the kernel counts them apart
    QCOMPARE(rates.next(stats, milliseconds(0)).memoryBytes, std::optional<qint64>(0));
}

void RateCalculatorTest::limitOfTheWholeMachineIsNone()
{
    RateCalculator rates(key());
    RawStats stats = reading(0, 0);
    QCOMPARE(rates.next(stats, milliseconds(0), {4, 2000}).memoryLimitBytes, qint64(1000));
    QCOMPARE(rates.next(stats, milliseconds(0), {4, 1000}).memoryLimitBytes, qint64(0));
    stats.memoryLimitBytes = 9'223'372'036'854'771'712ULL;
    QCOMPARE(rates.next(stats, milliseconds(0)).memoryLimitBytes, qint64(0));
}

void RateCalculatorTest::afterForgetTheNextReadingIsTheFirst()
{
    RateCalculator rates(key());
    static_cast<void>(rates.next(reading(0, second), milliseconds(0)));
    rates.forget();
    QVERIFY(!rates.next(reading(1000, 2 * second), milliseconds(1000)).cpuCores);
}

void RateCalculatorTest::historyGivesBackWhatWasPushed()
{
    RateCalculator rates(key());
    metrics::SampleHistory history(key(), 10);
    static_cast<void>(rates.next(reading(0, second), milliseconds(0)));
    const ContainerSample sample = rates.next(reading(1000, second + second / 4, 512), milliseconds(1000));
    history.push(sample, milliseconds(1000));
    const QList<ContainerSample> back = history.since(milliseconds(0));
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().cpuCores, std::optional<double>(0.25));
    QCOMPARE(back.first().networkReceiveBytesPerSecond, std::optional<double>(512));
    QCOMPARE(back.first().memoryBytes, sample.memoryBytes);
    QCOMPARE(back.first().at, sample.at);
    history.push(ContainerSample{}, milliseconds(2000));
    QVERIFY(!history.since(milliseconds(2000)).first().cpuCores);
    QVERIFY(!history.since(milliseconds(2000)).first().memoryBytes);
}

void RateCalculatorTest::historyIsBounded()
{
    metrics::SampleHistory history(key(), 3);
    for (int i = 0; i < 10; ++i)
        history.push(ContainerSample{}, milliseconds(i));
    QCOMPARE(history.since(milliseconds(0)).size(), 3);
    QCOMPARE(history.newest(), milliseconds(9));
}

void RateCalculatorTest::ticksStayOnTheGrid()
{
    const metrics::TickSchedule schedule(milliseconds(1000), milliseconds(500));
    QCOMPARE(schedule.untilNext(milliseconds(500)), milliseconds(1000));
    QCOMPARE(schedule.untilNext(milliseconds(501)), milliseconds(999));
    QCOMPARE(schedule.untilNext(milliseconds(1499)), milliseconds(1));
    QCOMPARE(schedule.untilNext(milliseconds(9700)), milliseconds(800)); // many were missed, one follows
}

QTEST_GUILESS_MAIN(RateCalculatorTest)
#include "rate_calculator_test.moc"
