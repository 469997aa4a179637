// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ring_buffer.h"
#include "core/base/unique_fd.h"

#include <QTest>

#include <fcntl.h>
#include <memory>

using mediahelm::base::RingBuffer;
using mediahelm::base::UniqueFd;

class TestRingBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewestInOrder_data()
    {
        QTest::addColumn<int>("capacity");
        QTest::addColumn<int>("pushed");
        QTest::newRow("empty") << 4 << 0;
        QTest::newRow("one") << 4 << 1;
        QTest::newRow("not full") << 4 << 3;
        QTest::newRow("just full") << 4 << 4;
        QTest::newRow("one over") << 4 << 5;
        QTest::newRow("round many times") << 4 << 1003;
        QTest::newRow("of one") << 1 << 7;
        QTest::newRow("a capacity of nothing is one") << 0 << 3;
    }
    void keepsTheNewestInOrder()
    {
        QFETCH(int, capacity);
        QFETCH(int, pushed);
        RingBuffer<int> ring(static_cast<std::size_t>(capacity));
        for (int i = 0; i < pushed; ++i)
            ring.push(i);

        const int kept = qMin(pushed, qMax(capacity, 1));
        QCOMPARE(ring.size(), static_cast<std::size_t>(kept));
        QCOMPARE(ring.empty(), kept == 0);
        for (int i = 0; i < kept; ++i)
            QCOMPARE(ring.at(static_cast<std::size_t>(i)), pushed - kept + i);
        if (kept > 0)
            QCOMPARE(ring.newest(), pushed - 1);
    }

    void beginsAnewAfterClear()
    {
        RingBuffer<int> ring(3);
        for (int i = 0; i < 5; ++i)
            ring.push(i);
        ring.clear();
        QVERIFY(ring.empty());
        ring.push(7);
        ring.push(8);
        QCOMPARE(ring.at(0), 7);
        QCOMPARE(ring.newest(), 8);
    }

    void letsGoOfWhatIsPushedOut()
    {
        const auto value = std::make_shared<int>(1);
        RingBuffer<std::shared_ptr<int>> ring(2);
        ring.push(value);
        ring.push(nullptr);
        QCOMPARE(value.use_count(), 2L);
        ring.push(nullptr);
        QCOMPARE(value.use_count(), 1L);
    }

    void descriptorIsClosedOnceByItsLastOwner()
    {
        const auto isOpen = [](int fd) { return ::fcntl(fd, F_GETFD) >= 0; };
        int first = -1;
        {
            UniqueFd a(::open("/dev/null", O_RDONLY | O_CLOEXEC));
            first = a.get();
            QVERIFY(a.valid());
            UniqueFd b(std::move(a));
            QVERIFY(b.valid());
            QVERIFY(isOpen(first));
            b = UniqueFd(); // what b held goes with the temporary
            QVERIFY(!isOpen(first));
            QVERIFY(!b.valid());
        }
        QVERIFY(!isOpen(first));
    }
};

QTEST_GUILESS_MAIN(TestRingBuffer)
#include "ring_buffer_test.moc"
