// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/async/threaded_revisions.h"

#include "core/base/parallel.h"
#include "core/revision/store/text_change.h"
#include "revision/store_bench.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;

namespace {

// The answer, once it is there.
template<typename T>
base::Result<T> answer(QFuture<base::Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
        qFatal("no answer");
    return future.result();
}

} // namespace

class TestThreadedRevisions : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        base::SystemClock clock;
        ThreadedRevisions revisions{folder.path(), QStringLiteral("threaded-test"), clock};
    };

private Q_SLOTS:
    void savesListsAndRestores()
    {
        Bench bench;
        tests::writeWorkspace(bench.folder.path(), tests::after());
        const auto first = answer(bench.revisions.save(tests::request(tests::before(), "before")));
        const auto second = answer(bench.revisions.save(tests::request(tests::after(), "after")));
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(answer(bench.revisions.list({}, 10, std::nullopt))->total, 2);
        QCOMPARE(answer(bench.revisions.resolve(QStringLiteral("head")))->id, second->revision.id);
        QCOMPARE(*answer(bench.revisions.show(first->revision.id)), tests::before());
        QVERIFY(!answer(bench.revisions.diff(first->revision.id, second->revision.id))->isEmpty());
        QCOMPARE(*answer(bench.revisions.file(first->revision.id, tests::path("services/gone.yaml"))),
                 QByteArray("image: gone\n"));

        const auto plan = answer(bench.revisions.planRestore(first->revision.id));
        QVERIFY(plan->conflicts.isEmpty());
        QCOMPARE(plan->steps.size(), 8);
        QVERIFY(answer(bench.revisions.restore(first->revision.id, {})).ok());
        QCOMPARE(tests::readWorkspace(bench.folder.path()), tests::asRead(tests::before()));
        QCOMPARE(answer(bench.revisions.recover())->result, RestoreRecovery::Result::nothing);
        QVERIFY(answer(bench.revisions.record(first->revision.id, tests::deployment(model::Verdict::healthy))).ok());
        QCOMPARE(answer(bench.revisions.tags())->size(), 1);
        QCOMPARE(answer(bench.revisions.deployments(first->revision.id))->size(), 1);
        QVERIFY(answer(bench.revisions.verify()).ok());
        QCOMPARE(answer(bench.revisions.check())->state, StoreState::good);
    }

    void answersComeOnTheCallersThreadAndInOrder()
    {
        Bench bench;
        QList<int> order;
        QThread *const here = QThread::currentThread();
        for (int i = 0; i < 20; ++i) {
            bench.revisions.save(tests::request(tests::snapshot({{"a", QByteArray::number(i)}})))
                .then(this, [&order, i, here](const base::Result<SaveOutcome> &outcome) {
                    QVERIFY(outcome.ok() && outcome->saved);
                    QCOMPARE(QThread::currentThread(), here);
                    order.append(i);
                });
        }
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), 20, 60'000);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void destroyedItAnswersAsCancelledAndWhatWasAskedIsDone()
    {
        QTemporaryDir folder;
        const base::SystemClock clock;
        QFuture<base::Result<SaveOutcome>> saved;
        {
            ThreadedRevisions revisions(folder.path(), QStringLiteral("threaded-test"), clock);
            saved = revisions.save(tests::request(tests::before()));
        }
        QCOMPARE(answer(saved).error().kind, ErrorKind::cancelled);
        ThreadedRevisions next(folder.path(), QStringLiteral("threaded-test"), clock);
        QCOMPARE(answer(next.list({}, 10, std::nullopt))->total, 1);
    }

    void tooMuchAtOnceIsRefused()
    {
        Bench bench;
        QList<QFuture<base::Result<StoreCheck>>> all;
        for (int i = 0; i <= ThreadedRevisions::mostWaiting; ++i)
            all.append(bench.revisions.check());
        QVERIFY(all.last().isFinished());
        QCOMPARE(all.last().result().error().kind, ErrorKind::refused);
        QVERIFY(answer(all.at(all.size() - 2)).ok());
        QVERIFY(answer(bench.revisions.check()).ok());
    }

    void whatIsHandedOverIsLeftWhereOneSideKnowsIt()
    {
        Bench bench;
        const Snapshot first = tests::snapshot({{"compose.yaml", "1"}, {"log", "1"}, {"list", "1"}});
        const Snapshot second = tests::snapshot({{"compose.yaml", "2"}, {"list", "1"}, {"conf", "1"}});
        const auto one = answer(bench.revisions.save(tests::request(first, "one")));
        QVERIFY(answer(bench.revisions.save(tests::request(second, "two"))).ok());
        // Today "log" is a container's to write, and somebody has written to "list" since the save.
        const Snapshot disk =
            tests::snapshot({{"compose.yaml", "2"}, {"log", "theirs"}, {"list", "theirs"}, {"conf", "1"}});
        tests::writeWorkspace(bench.folder.path(), disk);
        QVERIFY(!answer(bench.revisions.restore(one->revision.id, {})).ok());
        const HandedOver handed{{tests::path("list"), tests::path("conf")}, {QStringLiteral("log")}};
        const auto restored = answer(bench.revisions.restore(one->revision.id, handed));
        QVERIFY2(restored.ok(), qPrintable(restored.ok() ? QString() : restored.error().detail));
        QCOMPARE(restored->written, QList<model::FilePath>{tests::path("compose.yaml")});
        QVERIFY(restored->removed.isEmpty());
        QCOMPARE(restored->left, QList<model::FilePath>{tests::path("log")});
        // What is not kept, and not there, is wanted.
        QVERIFY(QFile::remove(bench.folder.filePath(QStringLiteral("log"))));
        tests::writeWorkspace(bench.folder.path(), tests::snapshot({{"compose.yaml", "2"}}));
        const auto again = answer(bench.revisions.restore(one->revision.id, handed));
        QVERIFY(again.ok());
        QCOMPARE(again->written, (QList<model::FilePath>{tests::path("compose.yaml"), tests::path("log")}));
    }

    // Its options belong to the process: setting them anew beside a thread that reads them corrupts memory.
    void libraryIsUsedByManyThreads()
    {
        std::atomic<int> right = 0;
        base::inParallel(400, [&](qsizetype) {
            const auto change = textChange(tests::path("a"), "one\n", "two\n");
            QTemporaryDir folder;
            base::SystemClock clock;
            FolderLock lock(folder.path(), QStringLiteral("threaded-test"), clock);
            RevisionStore store(lock, clock);
            if (change.ok() && change->linesAdded == 1 && store.check().state == StoreState::absent)
                ++right;
        });
        QCOMPARE(right.load(), 400);
    }

    void heldItKeepsOthersOutAcrossCalls()
    {
        Bench bench;
        QVERIFY(answer(bench.revisions.hold(QStringLiteral("applying a revision"))).ok());
        QVERIFY(answer(bench.revisions.save(tests::request(tests::before()))).ok());
        FolderLock other(bench.folder.path(), QStringLiteral("other"), bench.clock);
        const auto refused = other.take(QStringLiteral("saving"));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.contains(QStringLiteral("applying a revision")));
        QVERIFY(answer(bench.revisions.letGo()).ok());
        QVERIFY(other.take(QStringLiteral("saving")).ok());
        QCOMPARE(answer(bench.revisions.letGo()).error().kind, ErrorKind::conflict);
    }
};

QTEST_GUILESS_MAIN(TestThreadedRevisions)
#include "threaded_revisions_test.moc"
