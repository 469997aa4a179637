// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace mediahelm::app {

enum class LogLevel { error, warning, info, debug };

// Sends Qt's messages to the standard error output, one line per event as key=value: with time and level, or under
// journald (JOURNAL_STREAM names this very output) with its priority prefix instead. Nothing from outside can begin a
// line. To be called once, before threads are started.
void installLogSink(LogLevel level);
void setLogLevel(LogLevel level);
LogLevel logLevelFromName(const QString &name); // of the setting; info for a name that is none

// One line, without its end. `journal`: as journald wants it. Pure.
QByteArray logLine(QtMsgType type, const char *category, const QString &message, const QDateTime &at, bool journal);

} // namespace mediahelm::app
