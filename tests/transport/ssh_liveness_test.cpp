// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_liveness.h"

#include "tests/fakes/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using transport::SshLiveness;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""h;
using std::chrono_literals::operator""s;

class SshLivenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietPeerIsPinged()
    {
        fakes::ManualClock clock;
        SshLiveness liveness(clock);
        QSignalSpy pings(&liveness, &SshLiveness::pingWanted);
        liveness.start();
        clock.advance(3s);
        liveness.check();
        QCOMPARE(pings.size(), 0);
        liveness.heard();
        clock.advance(3s);
        liveness.check();
        QCOMPARE(pings.size(), 0);
        clock.advance(1s);
        liveness.check();
        QCOMPARE(pings.size(), 1);
        liveness.check(); // one at a time
        QCOMPARE(pings.size(), 1);
    }

    void B08_pingAtOnceAfterTheMachineSlept()
    {
        fakes::ManualClock clock;
        SshLiveness liveness(clock);
        QSignalSpy pings(&liveness, &SshLiveness::pingWanted);
        liveness.start();
        clock.advance(1s);
        liveness.check();
        QCOMPARE(pings.size(), 0);
        clock.suspend(8h);
        liveness.check();
        QCOMPARE(pings.size(), 1);
        liveness.heard();
        liveness.check();
        QCOMPARE(pings.size(), 1);
    }

    void sleepDuringAPingPingsAnew()
    {
        fakes::ManualClock clock;
        SshLiveness liveness(clock);
        QSignalSpy pings(&liveness, &SshLiveness::pingWanted);
        liveness.start();
        clock.advance(5s);
        liveness.check();
        clock.suspend(1h);
        liveness.check();
        QCOMPARE(pings.size(), 2);
    }

    void silenceIsDeathOnceAndAnAnswerIsLife()
    {
        fakes::ManualClock clock;
        SshLiveness liveness(clock, {1h, 4s, 20ms});
        QSignalSpy dead(&liveness, &SshLiveness::dead);
        liveness.start();
        clock.advance(5s);
        liveness.check();
        liveness.heard();
        clock.advance(5s);
        liveness.check();
        QTRY_COMPARE(dead.size(), 1);
    }

    void theBarIsHeldWithTheDefaults()
    {
        const SshLiveness::Timings timings;
        QVERIFY(timings.quiet + timings.tick + timings.answer <= 15s);
    }
};

QTEST_GUILESS_MAIN(SshLivenessTest)
#include "ssh_liveness_test.moc"
