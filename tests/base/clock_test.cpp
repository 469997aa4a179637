// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include "tests/fakes/manual_clock.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace mediahelm;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemClockNeverGoesBackAndIsUtc()
    {
        const base::SystemClock clock;
        const auto first = clock.monotonic();
        const auto firstBoot = clock.sinceBoot();
        QVERIFY(first > 0ms);
        QVERIFY(clock.monotonic() >= first);
        QVERIFY(clock.sinceBoot() >= firstBoot);
        QVERIFY(clock.sinceBoot() + 5ms >= clock.monotonic()); // it counts suspended time too
        QCOMPARE(clock.utcNow().timeSpec(), Qt::UTC);
        QVERIFY(qAbs(clock.utcNow().msecsTo(QDateTime::currentDateTimeUtc())) < 5000);
    }

    void manualClockTellsSleepAndJumpsFromTime()
    {
        fakes::ManualClock clock;
        const auto utc = clock.utcNow();
        const auto monotonic = clock.monotonic();
        const auto boot = clock.sinceBoot();
        clock.advance(2s);
        clock.suspend(1h);
        clock.jump(-24h);
        QCOMPARE(clock.monotonic() - monotonic, 2s);
        QCOMPARE(clock.sinceBoot() - boot, 1h + 2s);
        QCOMPARE(utc.msecsTo(clock.utcNow()), (1h + 2s - 24h) / 1ms);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "clock_test.moc"
