// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pending.h"
#include "core/base/result.h"

#include <QSet>
#include <QTest>

using namespace mediahelm::base;

namespace {

Error notFoundError()
{
    return Error{ErrorKind::notFound, QStringLiteral("no such container"), QStringLiteral("its own words")};
}

} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAnError()
    {
        const Result<int> good(7);
        QVERIFY(good.ok());
        QVERIFY(static_cast<bool>(good));
        QCOMPARE(*good, 7);

        const Result<int> bad(notFoundError());
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error(), notFoundError());

        const Status done;
        QVERIFY(done.ok());
        const Status failed(notFoundError());
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, ErrorKind::notFound);
    }

    void withoutAValueIsAnError()
    {
        const Result<int> nothing;
        QVERIFY(!nothing.ok());
        QCOMPARE(nothing.error().kind, ErrorKind::internal);
    }

    void movesItsValueOut()
    {
        Result<QString> result(QStringLiteral("text"));
        const QString taken = std::move(result).value();
        QCOMPARE(taken, QStringLiteral("text"));
        Result<QString> changed(QStringLiteral("a"));
        changed->append(QLatin1Char('b'));
        QCOMPARE(changed.value(), QStringLiteral("ab"));
    }

    void everyKindHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(ErrorKind::internal); ++i)
            names.insert(errorKindName(static_cast<ErrorKind>(i)));
        QCOMPARE(names.size(), static_cast<int>(ErrorKind::internal) + 1);
        QVERIFY(names.contains(QStringLiteral("notFound")));
    }

    void pendingDroppedUnfinishedIsCancelled()
    {
        QFuture<Result<int>> future;
        {
            const Pending<int> pending;
            future = pending.future();
            QVERIFY(!future.isFinished());
        }
        QVERIFY(!future.isFinished()); // not in the middle of a destructor
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.isCanceled()); // never "canceled" in Qt's sense: there is a result to read
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().error().kind, ErrorKind::cancelled);
    }

    void pendingOverwrittenIsCancelled()
    {
        Pending<int> pending;
        const QFuture<Result<int>> first = pending.future();
        pending = Pending<int>();
        const QFuture<Result<int>> second = pending.future();
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result().error().kind, ErrorKind::cancelled);
        QVERIFY(!second.isFinished());
        pending.finish(3);
        QCOMPARE(second.result().value(), 3);
    }

    void firstResultStands()
    {
        Pending<int> pending;
        const QFuture<Result<int>> future = pending.future();
        pending.finish(1);
        QVERIFY(pending.finished());
        pending.finish(2);
        pending.finish(notFoundError());
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().value(), 1);
    }

    void movedPendingFinishesTheSameFuture()
    {
        Pending<int> pending;
        const QFuture<Result<int>> future = pending.future();
        Pending<int> moved(std::move(pending));
        moved.finish(5);
        QCOMPARE(future.result().value(), 5);
    }

    void continuationRunsAlsoWhenDropped()
    {
        ErrorKind kind = ErrorKind::internal;
        auto pending = std::make_unique<Pending<int>>();
        pending->future().then(this, [&](const Result<int> &result) { kind = result.error().kind; });
        pending.reset();
        QTRY_COMPARE(kind, ErrorKind::cancelled);
    }

    void continuationOfADeadContextIsDropped()
    {
        bool ran = false;
        auto context = std::make_unique<QObject>();
        Pending<int> pending;
        pending.future().then(context.get(), [&](const Result<int> &) { ran = true; });
        context.reset();
        pending.finish(1);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!ran);
    }

    void continuationNeverMeetsAHalfDestroyedContext()
    {
        struct Owner : QObject {
            std::unique_ptr<Pending<int>> work = std::make_unique<Pending<int>>();
            QString text = QStringLiteral("alive"); // destroyed before `work` is
        };
        int runs = 0;
        auto owner = std::make_unique<Owner>();
        const QFuture<Result<int>> future = owner->work->future();
        owner->work->future().then(owner.get(), [&](const Result<int> &) { ++runs; });
        owner.reset();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(runs, 0);
    }

    void continuationMayDestroyThePending()
    {
        auto pending = std::make_unique<Pending<int>>();
        int value = 0;
        pending->future().then([&](const Result<int> &result) {
            pending.reset(); // in the middle of its finish()
            value = *result;
        });
        pending->finish(9);
        QCOMPARE(value, 9);
        QVERIFY(!pending);
    }

    void finishedWithIsFinished()
    {
        QCOMPARE(finishedWith<int>(4).result().value(), 4);
        QCOMPARE(finishedWith<int>(notFoundError()).result().error(), notFoundError());
        QVERIFY(finishedWith<void>({}).result().ok());
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "result_test.moc"
