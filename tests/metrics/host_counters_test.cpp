// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/host_counters.h"

#include <QTest>

using namespace mediahelm;
using metrics::HostCounters;
using metrics::HostRates;
using metrics::parseHostCounters;

namespace {

const QByteArray stat = "== /proc/stat\ncpu  100 0 50 800 50 0 0 0 30 0\ncpu0 50 0 25 400 25 0 0 0 0 0\n"
                        "cpu1 50 0 25 400 25 0 0 0 0 0\nintr 12345 0 0\nctxt 99\n";
const QByteArray memory = "== /proc/meminfo\nMemTotal:       16316412 kB\nMemFree:         1000 kB\n"
                          "MemAvailable:    8158206 kB\n";
const QByteArray load = "== /proc/loadavg\n0.52 0.58 0.59 2/1234 5678\n";

HostCounters counters(quint64 busy, quint64 all, int cpus = 2)
{
    HostCounters c;
    c.busyTicks = busy;
    c.allTicks = all;
    c.cpus = cpus;
    return c;
}

} // namespace

class HostCountersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheKernelWrites();
    void partsMayBeMissing();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void ratesAreSharesOfTicks();
    void gapsWhereReadingsDoNotBelongTogether_data();
    void gapsWhereReadingsDoNotBelongTogether();
};

void HostCountersTest::readsWhatTheKernelWrites()
{
    const auto read = parseHostCounters(stat + memory + load);
    QVERIFY(read);
    QCOMPARE(read->busyTicks, quint64(150)); // without idle and iowait; guest time is in user time
    QCOMPARE(read->allTicks, quint64(1000));
    QCOMPARE(read->cpus, 2);
    QCOMPARE(read->memoryTotalBytes, std::optional<qint64>(16316412LL * 1024));
    QCOMPARE(read->memoryAvailableBytes, std::optional<qint64>(8158206LL * 1024));
    QCOMPARE(read->load1, std::optional<double>(0.52));
}

void HostCountersTest::partsMayBeMissing()
{
    const auto read = parseHostCounters(stat);
    QVERIFY(read);
    QVERIFY(!read->memoryTotalBytes);
    QVERIFY(!read->load1);
    HostRates rates(*base::HostId::parse(u"box"));
    const model::HostSample sample = rates.next(*read, QDateTime::currentDateTimeUtc());
    QVERIFY(!sample.memoryBytes);
    QCOMPARE(sample.memoryTotalBytes, qint64(0));
}

void HostCountersTest::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no headings") << stat.mid(14);
    QTest::newRow("no cpu line") << memory + load;
    QTest::newRow("short cpu line") << QByteArray("== stat\ncpu  1 2\ncpu0 1 2\n");
    QTest::newRow("words for numbers") << QByteArray("== stat\ncpu  a b c d\ncpu0 1 2 3 4\n");
    QTest::newRow("negative") << QByteArray("== stat\ncpu  -1 2 3 4\ncpu0 1 2 3 4\n");
    QTest::newRow("binary") << QByteArray(5000, '\0');
    QTest::newRow("too large") << stat + QByteArray(2 << 20, 'x');
}

void HostCountersTest::refusesWhatCannotBeRead()
{
    QFETCH(QByteArray, text);
    const auto read = parseHostCounters(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, base::ErrorKind::invalid);
}

void HostCountersTest::ratesAreSharesOfTicks()
{
    HostRates rates(*base::HostId::parse(u"box"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(!rates.next(counters(150, 1000), now).cpuCores);
    const model::HostSample sample = rates.next(counters(200, 1200), now);
    QCOMPARE(sample.cpuCores, std::optional<double>(0.5)); // a quarter of two CPUs
    QCOMPARE(sample.cpus, 2);
    QCOMPARE(sample.at, now);
}

void HostCountersTest::gapsWhereReadingsDoNotBelongTogether_data()
{
    QTest::addColumn<quint64>("busy");
    QTest::addColumn<quint64>("all");
    QTest::addColumn<int>("cpus");
    QTest::newRow("rebooted") << quint64(10) << quint64(100) << 2;
    QTest::newRow("nothing passed") << quint64(150) << quint64(1000) << 2;
    QTest::newRow("a CPU was taken away") << quint64(160) << quint64(1100) << 1;
}

void HostCountersTest::gapsWhereReadingsDoNotBelongTogether()
{
    QFETCH(quint64, busy);
    QFETCH(quint64, all);
    QFETCH(int, cpus);
    HostRates rates(*base::HostId::parse(u"box"));
    static_cast<void>(rates.next(counters(150, 1000), {}));
    QVERIFY(!rates.next(counters(busy, all, cpus), {}).cpuCores);
}

QTEST_GUILESS_MAIN(HostCountersTest)
#include "host_counters_test.moc"
