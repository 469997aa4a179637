// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;

class TestRevisionLock : public QObject
{
    Q_OBJECT

    // Another process that holds the workspace, until it is told or killed.
    void holdElsewhere(QProcess &process, const tests::StoreBench &bench)
    {
        QSignalSpy said(&process, &QProcess::readyReadStandardOutput);
        process.start(qEnvironmentVariable("REVISION_WRITER"), {bench.folder(), QStringLiteral("hold")});
        QVERIFY(said.wait(30'000));
        QCOMPARE(process.readAllStandardOutput(), QByteArray("held\n"));
    }

    static void writeFile(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void twoProcessesDoNotWriteAtOnce()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        QProcess other;
        holdElsewhere(other, bench);
        const SaveRequest what = tests::request(tests::snapshot({{"a", "2"}}));
        const auto refused = bench.store.save(what);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::conflict);
        const QString told =
            QStringLiteral("revision-writer (process %1), which is holding it since ").arg(other.processId());
        QVERIFY2(refused.error().message.contains(told), qPrintable(refused.error().message));
        QCOMPARE(bench.store.addTag({*model::TagName::parse(u"x"), first.id, {}, {}, {}}).error().kind,
                 ErrorKind::conflict);
        QCOMPARE(bench.store.list({}, 10)->total, 1); // reading needs no lock

        QSignalSpy finished(&other, &QProcess::finished);
        other.closeWriteChannel();
        QVERIFY(finished.wait(30'000));
        QVERIFY(bench.store.save(what)->saved);
    }

    void B10_killedHolderHoldsNobodyUp()
    {
        tests::StoreBench bench;
        bench.save({{"a", "1"}});
        QProcess other;
        holdElsewhere(other, bench);
        QSignalSpy finished(&other, &QProcess::finished);
        other.kill();
        QVERIFY(finished.wait(30'000));
        // What a git that is killed leaves behind.
        writeFile(bench.storePath() + QStringLiteral("/refs/heads/main.lock"));
        writeFile(bench.storePath() + QStringLiteral("/packed-refs.lock"));
        writeFile(bench.storePath() + QStringLiteral("/objects/tmp_object_git2_abc123"));
        bench.save({{"a", "2"}});
        QVERIFY(!QFile::exists(bench.storePath() + QStringLiteral("/refs/heads/main.lock")));
        QVERIFY(!QFile::exists(bench.storePath() + QStringLiteral("/objects/tmp_object_git2_abc123")));
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
    }

    void lockOfARunningGitIsRespectedUntilItIsOld()
    {
        tests::StoreBench bench;
        bench.save({{"a", "1"}});
        bench.clock.jump(QDateTime::currentDateTimeUtc() - bench.clock.utcNow());
        const QString path = bench.storePath() + QStringLiteral("/refs/heads/main.lock");
        writeFile(path);
        const SaveRequest what = tests::request(tests::snapshot({{"a", "2"}}));
        const auto refused = bench.store.save(what);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::conflict);
        QVERIFY(QFile::exists(path));
        bench.clock.advance(std::chrono::minutes(11));
        QVERIFY(bench.store.save(what)->saved);
    }

    void leaseCountsWithinTheProcess()
    {
        tests::StoreBench bench;
        {
            const auto outer = bench.lock.take(QStringLiteral("applying"));
            QVERIFY(outer.ok());
            bench.save({{"a", "1"}});
            FolderLock rival(bench.folder(), QStringLiteral("rival"), bench.clock);
            const auto refused = rival.take(QStringLiteral("trying"));
            QCOMPARE(refused.error().kind, ErrorKind::conflict);
            QVERIFY(refused.error().message.contains(QStringLiteral("store-test")));
            QVERIFY(refused.error().message.contains(QStringLiteral("applying since 2026-01-01T12:00:00Z")));
        }
        FolderLock next(bench.folder(), QStringLiteral("next"), bench.clock);
        const auto lease = next.take(QStringLiteral("trying"));
        QVERIFY(lease.ok());
        QVERIFY(!lease->formerDied());
    }

    void workspaceThatIsGoneIsNotMade()
    {
        base::SystemClock clock;
        FolderLock lock(QStringLiteral("/nonexistent/workspace"), QStringLiteral("test"), clock);
        QCOMPARE(lock.take(QStringLiteral("trying")).error().kind, ErrorKind::io);
        QVERIFY(!QFile::exists(QStringLiteral("/nonexistent")));
    }
};

QTEST_GUILESS_MAIN(TestRevisionLock)
#include "revision_lock_test.moc"
