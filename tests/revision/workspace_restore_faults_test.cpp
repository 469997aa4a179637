// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_temporary.h"
#include "core/revision/restore/restore_journal.h"
#include "core/revision/restore/step_runner.h"
#include "core/revision/restore/workspace_restorer.h"
#include "fakes/meddled_process.h"
#include "revision/crash_sweep.h"
#include "revision/store_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

base::Result<RestoreRecovery> recover(const QString &folder)
{
    const base::SystemClock clock;
    FolderLock lock(folder, QStringLiteral("next start"), clock);
    return WorkspaceRestorer(lock).recover();
}

QStringList leftIn(const QString &folder)
{
    QStringList names =
        QDir(folder + QStringLiteral("/.mediahelm")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeAll(QStringLiteral("lock"));
    return names;
}

} // namespace

class TestWorkspaceRestoreFaults : public QObject
{
    Q_OBJECT

    static void checkOldOrNew(const QString &folder, bool done, const QByteArray &point)
    {
        const auto recovered = recover(folder);
        QVERIFY2(recovered.ok(), point + ": " + (recovered.ok() ? QByteArray() : recovered.error().message.toUtf8()));
        QVERIFY2(recovered->kept.isEmpty(), point);
        const auto now = tests::readWorkspace(folder);
        const bool old = now == tests::asRead(tests::before());
        const bool fresh = now == tests::asRead(tests::after());
        QVERIFY2(old || fresh, point + ": a mixture: " + now.keys().join(u' ').toUtf8());
        QVERIFY2(!done || fresh, point + ": said to be restored, and is not");
        QVERIFY2(leftIn(folder).isEmpty(), point + ": left behind: " + leftIn(folder).join(u' ').toUtf8());
    }

    static void sweep(const char *verb, const QString &meddling, const std::function<void(const QString &)> &prepare)
    {
        const tests::CrashSweep sweep{QString::fromLatin1(verb), meddling, prepare};
        const auto nothing = [](const QString &) {};
        sweep.run(nothing, nothing, checkOldOrNew, [](const QString &folder, const QByteArray &point) {
            checkOldOrNew(folder, QFile::exists(folder + QStringLiteral("/services/new.yaml")), point);
        });
    }

    // A restore that was killed after some of its steps.
    static void interrupt(const QString &folder, int steps)
    {
        tests::writeWorkspace(folder, tests::before());
        QVERIFY(QDir(folder).mkpath(QStringLiteral(".mediahelm")));
        const auto plan = planRestore(folder, tests::before(), tests::after());
        QVERIFY(plan.ok() && plan->conflicts.isEmpty());
        QVERIFY(writeJournal(folder + QStringLiteral("/.mediahelm"), plan->steps).ok());
        QVERIFY(StepRunner(folder).run(plan->steps.mid(0, steps)).ok());
    }

    static QStringList changingCalls()
    {
        return {QStringLiteral("write,pwrite64"),
                QStringLiteral("fsync,fdatasync"),
                QStringLiteral("rename,renameat,renameat2"),
                QStringLiteral("unlink,unlinkat,rmdir,mkdir,mkdirat"),
                QStringLiteral("fchmod,close"),
                QStringLiteral("?open,openat")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!fakes::straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
    }

    void B16_killedAtAnyStepTheWorkspaceIsOldOrNew_data()
    {
        QTest::addColumn<QString>("calls");
        for (const QString &calls : changingCalls())
            QTest::newRow(qPrintable(calls)) << calls;
    }
    void B16_killedAtAnyStepTheWorkspaceIsOldOrNew()
    {
        QFETCH(QString, calls);
        sweep("restore", QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(calls),
              [](const QString &folder) { tests::writeWorkspace(folder, tests::before()); });
    }

    void B16_recoveryThatIsKilledIsRecoveredFrom_data()
    {
        QTest::addColumn<QString>("calls");
        for (const QString &calls : changingCalls())
            QTest::newRow(qPrintable(calls)) << calls;
    }
    void B16_recoveryThatIsKilledIsRecoveredFrom()
    {
        QFETCH(QString, calls);
        sweep("recover", QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(calls),
              [](const QString &folder) { interrupt(folder, 4); });
    }

    void B13_failingCallLeavesOldOrNew_data()
    {
        QTest::addColumn<QString>("meddling");
        for (const char *meddling :
             {"write:error=ENOSPC:when=%1+", "write:error=ENOSPC:when=%1", "fsync:error=EIO:when=%1",
              "rename,renameat,renameat2:error=ENOSPC:when=%1", "rename,renameat,renameat2:error=EROFS:when=%1+",
              "unlink,unlinkat:error=EIO:when=%1", "mkdir,mkdirat:error=EDQUOT:when=%1+", "fchmod:error=EPERM:when=%1"})
            QTest::newRow(meddling) << QStringLiteral("inject=") + QString::fromLatin1(meddling);
    }
    void B13_failingCallLeavesOldOrNew()
    {
        QFETCH(QString, meddling);
        sweep("restore", meddling, [](const QString &folder) { tests::writeWorkspace(folder, tests::before()); });
    }

    void B16_interruptedAnywhereItIsFinished()
    {
        for (int steps = 0; steps <= 8; ++steps) {
            QTemporaryDir folder;
            interrupt(folder.path(), steps);
            const auto recovered = recover(folder.path());
            QVERIFY(recovered.ok());
            QCOMPARE(recovered->result, RestoreRecovery::Result::finished);
            QCOMPARE(tests::readWorkspace(folder.path()), tests::asRead(tests::after()));
            QCOMPARE(recover(folder.path())->result, RestoreRecovery::Result::nothing);
        }
    }

    void changeMadeInTheMeantimeIsKeptAndTold()
    {
        QTemporaryDir folder;
        interrupt(folder.path(), 2);
        QFile file(folder.filePath(QStringLiteral("services/jellyfin.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("mine");
        file.close();
        const auto recovered = recover(folder.path());
        QVERIFY(recovered.ok());
        QCOMPARE(recovered->kept, QList<model::FilePath>{tests::path("services/jellyfin.yaml")});
        auto expected = tests::asRead(tests::after());
        expected.insert(QStringLiteral("services/jellyfin.yaml"), "mine");
        QCOMPARE(tests::readWorkspace(folder.path()), expected);
        QVERIFY(leftIn(folder.path()).isEmpty());
    }

    void halfWrittenFilesOfOthersStay()
    {
        QTemporaryDir folder;
        interrupt(folder.path(), 2);
        const QStringList names{QStringLiteral("services/jellyfin.yaml.backup"), // named otherwise
                                QStringLiteral("services/jellyfin.yaml.abc123"),
                                QStringLiteral("services/.jellyfin.yaml.mediahelm-abc")};
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("something else");
        }
        const base::DurableTemporary written(folder.filePath(names.first())); // by one that lives
        QVERIFY(written.valid());
        QVERIFY(recover(folder.path()).ok());
        QVERIFY(QFile::exists(QFile::decodeName(written.path())));
        for (const QString &name : names)
            QVERIFY(QFile::exists(folder.filePath(name)));
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceRestoreFaults)
#include "workspace_restore_faults_test.moc"
