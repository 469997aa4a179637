// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sealed file's writer, killed and failed at each of its system calls.
#include "core/secrets/sealed_secret_store.h"

#include "secrets/waiting.h"
#include "tests/fakes/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace mediahelm;
using secrets::SealedSecretStore;
using tests::wait;
using tests::wordsOf;

namespace {

const QByteArray oldValue("old");
const QByteArray newValue("new");

struct Outcome {
    bool exited = false; // by itself, not by the signal
    bool saved = false; // it said that the secret is kept
};

// The writer under strace, which meddles with its system calls; the loader's own count too, and do no harm.
Outcome runMeddled(const QString &folder, const QString &trace, const QString &meddling)
{
    QProcess process;
    process.start(QStandardPaths::findExecutable(QStringLiteral("strace")),
                  {QStringLiteral("-f"), QStringLiteral("-o"), trace, QStringLiteral("-e"), meddling,
                   qEnvironmentVariable("SEALED_WRITER"), folder, QStringLiteral("k"), QStringLiteral("1"),
                   QString::fromLatin1(newValue)});
    QSignalSpy finished(&process, &QProcess::finished);
    if (!finished.wait(30'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() < 128,
            process.readAllStandardOutput() == "saved"};
}

bool straceWorks()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (strace.isEmpty() || !qEnvironmentVariableIsSet("SEALED_WRITER"))
        return false;
    QProcess process;
    process.start(strace, {QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("true")});
    QSignalSpy finished(&process, &QProcess::finished);
    return finished.wait(20'000) && process.exitCode() == 0;
}

} // namespace

class SealedFaultsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;
    QString m_folder;
    fakes::ManualClock m_clock;

    // A folder as a run before left it: with "k0" and "other" in it, or with nothing.
    void prepare(bool fresh)
    {
        QDir(m_folder).removeRecursively();
        if (fresh)
            return;
        SealedSecretStore store(m_folder, m_clock);
        QVERIFY(wait(store.write(QStringLiteral("k0"), oldValue)).ok());
        QVERIFY(wait(store.write(QStringLiteral("other"), "untouched")).ok());
    }
    base::Result<std::optional<QByteArray>> value(const char *key)
    {
        return wait(SealedSecretStore(m_folder, m_clock).read(QString::fromLatin1(key)));
    }
    // What must hold after any end of the writer.
    void check(bool fresh, bool saved, const QString &point)
    {
        const auto found = value("k0");
        QVERIFY2(found.ok(), qPrintable(point + u' ' + wordsOf(found)));
        const bool isNew = *found == newValue;
        const bool isOld = fresh ? !found->has_value() : *found == oldValue;
        QVERIFY2(isNew || isOld, qPrintable(point));
        QVERIFY2(isNew || !saved, qPrintable(point + QStringLiteral(": said to be kept, and is not")));
        if (!fresh)
            QCOMPARE(value("other")->value_or(QByteArray()), QByteArray("untouched"));
        // And the next one can write.
        const auto written = wait(SealedSecretStore(m_folder, m_clock).write(QStringLiteral("k0"), "next"));
        QVERIFY2(written.ok(), qPrintable(point + u' ' + wordsOf(written)));
        QCOMPARE(value("k0")->value_or(QByteArray()), QByteArray("next"));
    }

private Q_SLOTS:
    void initTestCase() { m_folder = m_root.filePath(QStringLiteral("secrets")); }

    void B10_killedAtAnyStepTheSecretsAreOldOrNew_data()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<bool>("fresh");
        // One call a row: strace counts each for itself, and the first one that is due would hide the others.
        for (const char *calls :
             {"write", "fsync", "rename", "renameat2", "fchmod", "unlink", "mkdir", "flock", "openat", "read"}) {
            QTest::addRow("first secret, %s", calls) << QString::fromLatin1(calls) << true;
            QTest::addRow("replacing, %s", calls) << QString::fromLatin1(calls) << false;
        }
    }
    void B10_killedAtAnyStepTheSecretsAreOldOrNew()
    {
        if (!straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        QFETCH(QString, calls);
        QFETCH(bool, fresh);
        int point = 1;
        for (bool over = false; !over; ++point) {
            QVERIFY2(point < 200, "the sweep has no end");
            prepare(fresh);
            const Outcome outcome =
                runMeddled(m_folder, m_root.filePath(QStringLiteral("trace")),
                           QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(calls).arg(point));
            check(fresh, outcome.saved, QStringLiteral("%1 %2").arg(calls).arg(point));
            if (QTest::currentTestFailed())
                return;
            over = outcome.exited;
            QVERIFY(!over || outcome.saved);
        }
        qInfo("%s: %d of %d points ok", QTest::currentDataTag(), point - 1, point - 1);
    }

    void B13_systemCallThatFailsLeavesTheOldSecrets_data()
    {
        QTest::addColumn<QString>("meddling");
        QTest::addColumn<bool>("fresh");
        for (const char *meddling :
             {"inject=fsync:error=EIO:when=1", "inject=fsync:error=ENOSPC:when=2", "inject=fsync:error=EIO:when=3",
              "inject=fsync:error=EIO:when=4", "inject=rename,renameat:error=EROFS", "inject=renameat2:error=EIO",
              "inject=fchmod:error=EPERM:when=1", "inject=fchmod:error=EPERM:when=2", "inject=mkdir:error=EROFS"}) {
            QTest::addRow("first secret, %s", meddling) << QString::fromLatin1(meddling) << true;
            QTest::addRow("replacing, %s", meddling) << QString::fromLatin1(meddling) << false;
        }
    }
    void B13_systemCallThatFailsLeavesTheOldSecrets()
    {
        if (!straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        QFETCH(QString, meddling);
        QFETCH(bool, fresh);
        prepare(fresh);
        const Outcome outcome = runMeddled(m_folder, m_root.filePath(QStringLiteral("trace")), meddling);
        QVERIFY(outcome.exited);
        check(fresh, outcome.saved, meddling);
    }

    // A file system without renameat2(RENAME_NOREPLACE): the key gets its name by a link.
    void keyIsMadeWhereAFileCannotBeRenamedExclusively()
    {
        if (!straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        prepare(true);
        const Outcome outcome = runMeddled(m_folder, m_root.filePath(QStringLiteral("trace")),
                                           QStringLiteral("inject=renameat2:error=EINVAL"));
        QVERIFY(outcome.saved);
        QCOMPARE(value("k0")->value_or(QByteArray()), newValue);
        QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{QStringLiteral("secrets.key"), QStringLiteral("secrets.sealed")}));
    }
};

QTEST_GUILESS_MAIN(SealedFaultsTest)
#include "sealed_faults_test.moc"
