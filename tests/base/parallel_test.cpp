// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

using namespace mediahelm;

class ParallelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNumberIsCalledOnce_data();
    void eachNumberIsCalledOnce();
    void severalAreUnderWayAtOnce();
};

void ParallelTest::eachNumberIsCalledOnce_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 3, 1000})
        QTest::addRow("%d", count) << count;
}

void ParallelTest::eachNumberIsCalledOnce()
{
    QFETCH(int, count);
    std::vector<std::atomic<int>> calls(size_t(count) + 1);
    base::inParallel(count, [&](qsizetype i) { ++calls[size_t(i)]; });
    for (int i = 0; i < count; ++i)
        QCOMPARE(calls[size_t(i)].load(), 1);
    QCOMPARE(calls[size_t(count)].load(), 0);
}

void ParallelTest::severalAreUnderWayAtOnce()
{
    if (QThread::idealThreadCount() < 2)
        QSKIP("SKIPPED: one processor");
    std::mutex mutex;
    std::condition_variable changed;
    std::set<std::thread::id> threads;
    bool met = true;
    // Each waits for the other, which one thread alone could not end.
    base::inParallel(2, [&](qsizetype) {
        std::unique_lock lock(mutex);
        threads.insert(std::this_thread::get_id());
        changed.notify_all();
        met = changed.wait_for(lock, std::chrono::seconds(20), [&] { return threads.size() == 2; }) && met;
    });
    QVERIFY(met);
}

QTEST_GUILESS_MAIN(ParallelTest)
#include "parallel_test.moc"
