// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace mediahelm::revision {

// Which processes a run of Compose is, as a file tells it while the run changes something: whoever finds the file after
// the program that wrote it was killed can end exactly those. They carry the mark, and are members of the session: the
// mark alone is also inherited by daemons that a credential helper may have started, which are others' and have
// sessions of their own; the session's number alone is given anew once all of it have ended. A plain value.
struct RunNote {
    // The variable of the processes' environment that holds the mark.
    static constexpr char variable[] = "MEDIAHELM_RUN";

    QByteArray mark; // no two runs have the same; no blanks
    qint64 session = 0; // 0: not known yet; the run has just begun, and the mark says enough

    friend bool operator==(const RunNote &, const RunNote &) = default;
};

// Functions over files and /proc; any thread. The file needs not be durable: no process outlives the machine.

// Before the run begins: makes the file anew. Errors: io.
base::Status noteRun(const QString &file, const QByteArray &mark);
// When it has begun. One that fails leaves what was noted before.
void noteSession(const QString &file, qint64 session);
// nullopt: no file, or one that was being made when its writer was killed: then nothing had begun. Errors: refused, io.
base::Result<std::optional<RunNote>> readRunNote(const QString &file);
// That of the run with this mark; another's stays.
void removeRunNote(const QString &file, const QByteArray &mark);
// Sends SIGKILL to all that live, as far as this user may, and says how many they were. Repeat it until there are none:
// they do not end at once, and one may have started another meanwhile.
int killProcessesOf(const RunNote &note);

} // namespace mediahelm::revision
