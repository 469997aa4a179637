// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/meddled_process.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace mediahelm::fakes {

namespace {

constexpr int longestRun = 60'000;

QString strace()
{
    return QStandardPaths::findExecutable(QStringLiteral("strace"));
}

} // namespace

bool straceWorks()
{
    if (strace().isEmpty())
        return false;
    const auto outcome = runMeddled(QStringLiteral("true"), {}, QStringLiteral("inject=close:signal=SIGKILL:when=1"),
                                    QStringLiteral("/dev/null"));
    return !outcome.exited && outcome.ended;
}

MeddledOutcome runMeddled(const QString &program, const QStringList &arguments, const QString &meddling,
                          const QString &trace)
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    // The other calls need not be told. (With --seccomp-bpf they would not even be stopped at, but then no signal
    // comes.)
    const QString calls = QStringLiteral("trace=") + meddling.section(u'=', 1).section(u':', 0, 0);
    process.start(strace(),
                  QStringList{QStringLiteral("-f"), QStringLiteral("-o"), trace, QStringLiteral("-e"), calls,
                              QStringLiteral("-e"), meddling, program}
                      + arguments);
    if (!finished.wait(longestRun))
        return {};
    QFile told(trace);
    return {true, process.exitStatus() == QProcess::NormalExit && process.exitCode() < 128, process.exitCode(),
            told.open(QIODevice::ReadOnly) && told.readAll().contains("(INJECTED)"), process.readAllStandardOutput()};
}

} // namespace mediahelm::fakes
