// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace mediahelm::fakes {

struct MeddledOutcome {
    bool ended = false; // in time
    bool exited = false; // by itself, not by a signal
    int exitCode = -1;
    bool meddled = false; // a call was given another result; unset when it only got a signal
    QByteArray words; // what it wrote to its standard output
};

// Whether strace can trace here; where it cannot, a test that needs it says SKIPPED.
bool straceWorks();

// Runs a program under strace, which meddles with its system calls: "inject=fsync:signal=SIGKILL:when=3". The loader's
// own calls count too, and do no harm. `trace` is where strace writes. Blocks, at most 60 s.
MeddledOutcome runMeddled(const QString &program, const QStringList &arguments, const QString &meddling,
                          const QString &trace);

} // namespace mediahelm::fakes
