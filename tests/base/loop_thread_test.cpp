// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/loop_thread.h"

#include <QPointer>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <thread>

namespace mediahelm::tests {

using namespace Qt::StringLiterals;

namespace {

// Notes where it lives and dies.
struct Lodger {
    explicit Lodger(std::vector<QThread *> &noted)
        : threads(noted)
    {
        note();
    }
    ~Lodger() { note(); }
    void note() { threads.push_back(QThread::currentThread()); }

    std::vector<QThread *> &threads;
};

} // namespace

// As libraries keep things for a thread: freed after its last line.
struct Kept {
    std::atomic<bool> *freed = nullptr;

    ~Kept()
    {
        for (int i = 0; i < 100; ++i)
            std::this_thread::yield();
        if (freed)
            *freed = true;
    }
};

class LoopThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsThereInOrder();
    void runsWhatWasPostedBeforeItEnds();
    void whatItKeepsIsFreedWhenItHasEnded();
    void whatIsToBeDeletedLaterIs();
    void hasAnEventLoop();
    void anObjectIsMadeCalledAndDestroyedThere();
    void answersComeBack();
    void aMailboxDropsWhatIsLeft();
    void manyMayPost();
};

void LoopThreadTest::runsThereInOrder()
{
    std::vector<int> order;
    bool there = false;
    {
        base::LoopThread thread(u"order"_s);
        for (int i = 0; i < 1000; ++i)
            thread.post([&order, i] { order.push_back(i); });
        thread.post([&there, &thread] { there = thread.isCurrent(); });
        QVERIFY(!thread.isCurrent());
    }
    QVERIFY(there);
    QCOMPARE(order.size(), std::size_t(1000));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void LoopThreadTest::runsWhatWasPostedBeforeItEnds()
{
    for (int round = 0; round < 100; ++round) {
        bool ran = false;
        {
            base::LoopThread thread(u"short"_s);
            thread.post([&ran] { ran = true; });
        }
        QVERIFY(ran);
    }
}

void LoopThreadTest::whatItKeepsIsFreedWhenItHasEnded()
{
    for (int round = 0; round < 100; ++round) {
        std::atomic<bool> freed = false;
        {
            base::LoopThread thread(u"keeping"_s);
            thread.post([&freed] {
                thread_local Kept kept;
                kept.freed = &freed;
            });
        }
        QVERIFY(freed);
    }
}

void LoopThreadTest::whatIsToBeDeletedLaterIs()
{
    QPointer<QObject> object;
    {
        base::LoopThread thread(u"later"_s);
        thread.post([&object] {
            object = new QObject;
            object->deleteLater();
        });
    }
    QVERIFY(!object);
}

void LoopThreadTest::hasAnEventLoop()
{
    std::atomic<bool> fired = false;
    base::LoopThread thread(u"timers"_s);
    thread.post([&fired] { QTimer::singleShot(1, [&fired] { fired = true; }); });
    QTRY_VERIFY(fired);
}

void LoopThreadTest::anObjectIsMadeCalledAndDestroyedThere()
{
    std::vector<QThread *> threads;
    {
        base::Threaded<Lodger> lodger(u"lodger"_s, [&threads] { return std::make_unique<Lodger>(threads); });
        lodger.post([](Lodger &lodging) { lodging.note(); });
    }
    QCOMPARE(threads.size(), std::size_t(3));
    QVERIFY(threads[0] != QThread::currentThread());
    QVERIFY(threads[0] == threads[1] && threads[1] == threads[2]);
}

void LoopThreadTest::answersComeBack()
{
    base::Mailbox here;
    const auto served = here.serve();
    base::LoopThread thread(u"answers"_s);
    QByteArray answer;
    thread.post([&here, &answer] { here.post([&answer, text = QByteArray("from there")] { answer = text; }); });
    QTRY_COMPARE(answer, "from there");
}

void LoopThreadTest::aMailboxDropsWhatIsLeft()
{
    const auto token = std::make_shared<int>(1);
    {
        base::Mailbox here;
        const auto served = here.serve();
        here.post([token] { QFAIL("dropped calls do not run"); });
        QCOMPARE(token.use_count(), 2L);
    }
    QCoreApplication::processEvents();
    QCOMPARE(token.use_count(), 1L);
}

void LoopThreadTest::manyMayPost()
{
    base::Mailbox here;
    const auto served = here.serve();
    int ran = 0;
    {
        std::vector<std::unique_ptr<base::LoopThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.push_back(std::make_unique<base::LoopThread>(u"poster"_s));
            for (int call = 0; call < 250; ++call)
                threads.back()->post([&here, &ran] { here.post([&ran] { ++ran; }); });
        }
    }
    QTRY_COMPARE(ran, 1000);
}

} // namespace mediahelm::tests

QTEST_GUILESS_MAIN(mediahelm::tests::LoopThreadTest)

#include "loop_thread_test.moc"
