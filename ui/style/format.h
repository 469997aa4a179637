// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

// Numbers, sizes, times as the user reads them: the only place that makes them, by the application's locale.
// Main thread.
namespace mediahelm::ui {

// "—", where there is no value.
QString noValue();

// Three digits at most and IEC units: "0 B", "812 KiB", "1.46 GiB".
QString formatBytes(qint64 bytes);
QString formatBytes(std::optional<qint64> bytes);
QString formatByteRate(double bytesPerSecond); // "1.2 MiB/s"
QString formatByteRate(std::optional<double> bytesPerSecond);

// Of one core, as docker stats counts: 0.031 is "3.1 %", 2.5 is "250 %".
QString formatCores(double cores);
QString formatCores(std::optional<double> cores);
QString formatShare(double part, double whole); // "12 %"; noValue() when the whole is not positive

// The two largest units: "45 s", "3 min 20 s", "2 h 5 min", "6 d 3 h". Negative counts as 0.
QString formatDuration(std::chrono::seconds duration);
// How soon such a text changes: uptime is written anew only when it would read otherwise.
std::chrono::seconds durationStep(std::chrono::seconds duration);

// The largest unit alone: "just now", "12 s ago", "3 min ago", "2 h ago", "6 d ago". An instant in the future counts as
// now: clocks differ. noValue() for an invalid one.
QString formatAge(const QDateTime &at, const QDateTime &now);
// In local time: "22 Nov 2026 16:30:05", as the locale orders it. noValue() for an invalid one.
QString formatInstant(const QDateTime &at);
QString formatTimeOfDay(const QDateTime &at, bool withMilliseconds = false); // in local time

QString formatCount(qint64 count); // "12,345"

} // namespace mediahelm::ui
