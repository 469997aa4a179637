// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"

#include <QTest>

#include <set>

using namespace std::chrono_literals;
using mediahelm::base::Backoff;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWaitLiesBetweenHalfAndAllOfItsStep()
    {
        for (int round = 0; round < 200; ++round) {
            Backoff backoff(1s, 60s);
            auto step = std::chrono::milliseconds(1s);
            for (int attempt = 0; attempt < 12; ++attempt) {
                const auto wait = backoff.next();
                QVERIFY2(wait >= step / 2 && wait <= step, qPrintable(QString::number(wait.count())));
                step = std::min<std::chrono::milliseconds>(step * 2, 60s);
            }
        }
    }

    void neverEndsAndNeverExceedsTheLongest()
    {
        Backoff backoff(1s, 60s);
        for (int attempt = 0; attempt < 100'000; ++attempt) {
            const auto wait = backoff.next();
            QVERIFY(wait >= 500ms && wait <= 60s);
        }
        QCOMPARE(backoff.attempts(), 100'000);
    }

    void waitsDifferSoThatHostsDoNotRetryInStep()
    {
        std::set<std::chrono::milliseconds> waits;
        for (int i = 0; i < 100; ++i)
            waits.insert(Backoff(1s, 60s).next());
        QVERIFY(waits.size() > 20);
    }

    void beginsAnewAfterReset()
    {
        Backoff backoff(1s, 60s);
        for (int attempt = 0; attempt < 10; ++attempt)
            (void)backoff.next();
        backoff.reset();
        QCOMPARE(backoff.attempts(), 0);
        QVERIFY(backoff.next() <= 1s);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "backoff_test.moc"
