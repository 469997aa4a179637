// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <optional>

namespace mediahelm::engine {

// Nanoseconds since 1970, UTC, of "2026-11-22T16:39:08.539089685Z" or with an offset "+02:00" (RFC 3339); nullopt for
// anything else, and for years that 64 bits of nanoseconds cannot hold, among them the engine's "0001-01-01T00:00:00Z"
// for "never".
std::optional<qint64> nanosecondsOf(QByteArrayView rfc3339);

// The same as a time with milliseconds, UTC; invalid for nullopt.
QDateTime timeOf(QByteArrayView rfc3339);
QDateTime timeOf(const QString &rfc3339);

// "1795365548.539089685", as the engine's since= and until= take it.
QByteArray secondsAndNanos(qint64 nanoseconds);
QByteArray secondsAndNanos(const QDateTime &time);

} // namespace mediahelm::engine
