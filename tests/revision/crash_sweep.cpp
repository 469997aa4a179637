// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/crash_sweep.h"

#include "fakes/meddled_process.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace mediahelm::tests {

namespace {

constexpr int longestSweep = 600; // points

QString writer()
{
    return qEnvironmentVariable("REVISION_WRITER");
}

// Empty when it is done.
QByteArray runWriter(const QString &folder, const QString &verb)
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(writer(), {folder, verb});
    if (!finished.wait(60'000))
        return "no end";
    return process.exitCode() == 0 ? QByteArray() : process.readAll();
}

} // namespace

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral("cp"), {QStringLiteral("-a"), QStringLiteral("--"), from, to});
    QVERIFY(finished.wait(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void CrashSweep::run(const Look &old, const Look &fresh, const Check &check, const Repeated &repeated) const
{
    const QTemporaryDir root;
    const QString pristine = root.filePath(QStringLiteral("pristine"));
    const QString folder = root.filePath(QStringLiteral("w"));
    QVERIFY(QDir().mkpath(pristine));
    prepare(pristine);
    copyFolder(pristine, folder);
    old(folder);
    QCOMPARE(runWriter(folder, verb), QByteArray());
    fresh(folder);

    int points = 0;
    for (bool through = false; !through; ++points) {
        QVERIFY2(points < longestSweep, "the sweep has no end");
        copyFolder(pristine, folder);
        const QByteArray point = meddling.arg(points + 1).toUtf8();
        const auto outcome = fakes::runMeddled(writer(), {folder, verb}, meddling.arg(points + 1),
                                               root.filePath(QStringLiteral("trace")));
        through = outcome.exited && !outcome.meddled;
        // By its own word: a sanitizer that cannot write ends it with 0, too.
        check(folder, outcome.exited && outcome.exitCode == 0 && outcome.words == "done", point);
        if (QTest::currentTestFailed())
            return;
        if (!through) {
            const QByteArray words = runWriter(folder, verb);
            QVERIFY2(words.isEmpty(), point + ": cannot be repeated: " + words);
        }
        repeated(folder, point);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(points > 1, "nothing was meddled with");
    qInfo("%d of %d points ok", points, points);
}

} // namespace mediahelm::tests
