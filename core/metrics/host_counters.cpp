// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/host_counters.h"

#include <QList>

#include <algorithm>

namespace mediahelm::metrics {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qsizetype largestText = 1 << 20;

enum class Part { none, stat, meminfo, loadavg };

Part partOf(const QByteArray &heading)
{
    const QByteArray name = heading.trimmed();
    if (name.endsWith("meminfo"))
        return Part::meminfo;
    if (name.endsWith("loadavg"))
        return Part::loadavg;
    return name.endsWith("stat") ? Part::stat : Part::none;
}

// "cpu  user nice system idle iowait irq softirq steal guest guest_nice"; guest time is part of user time.
bool readCpuLine(const QByteArray &line, HostCounters &counters)
{
    constexpr qsizetype idle = 3;
    constexpr qsizetype iowait = 4;
    constexpr qsizetype steal = 7;
    const QList<QByteArray> fields = line.simplified().split(' ').sliced(1);
    if (fields.size() <= idle)
        return false;
    counters.busyTicks = 0;
    counters.allTicks = 0;
    for (qsizetype i = 0; i < fields.size() && i <= steal; ++i) {
        bool ok = false;
        const quint64 ticks = fields.at(i).toULongLong(&ok);
        if (!ok)
            return false;
        counters.allTicks += ticks;
        if (i != idle && i != iowait)
            counters.busyTicks += ticks;
    }
    return true;
}

// "MemTotal:       16316412 kB"
std::optional<qint64> kilobytes(const QByteArray &line)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    bool ok = false;
    const qint64 value = fields.size() >= 2 ? fields.at(1).toLongLong(&ok) : 0;
    constexpr qint64 largest = qint64(1) << 50;
    if (!ok || value < 0 || value > largest)
        return std::nullopt;
    return value * 1024;
}

void readMemoryLine(const QByteArray &line, HostCounters &counters)
{
    if (line.startsWith("MemTotal:"))
        counters.memoryTotalBytes = kilobytes(line);
    else if (line.startsWith("MemAvailable:"))
        counters.memoryAvailableBytes = kilobytes(line);
}

void readLoadLine(const QByteArray &line, HostCounters &counters)
{
    bool ok = false;
    const double load = line.left(line.indexOf(' ')).toDouble(&ok);
    if (ok && load >= 0 && !counters.load1)
        counters.load1 = load;
}

bool isOneCpu(const QByteArray &line)
{
    return line.startsWith("cpu") && line.size() > 3 && line.at(3) >= '0' && line.at(3) <= '9';
}

} // namespace

Result<HostCounters> parseHostCounters(const QByteArray &text)
{
    if (text.size() > largestText)
        return Error{ErrorKind::invalid, QStringLiteral("the host's counters are larger than 1 MiB"), {}};
    HostCounters counters;
    Part part = Part::none;
    bool cpuRead = false;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("== ")) {
            part = partOf(line);
        } else if (part == Part::stat && line.startsWith("cpu ")) {
            cpuRead = readCpuLine(line, counters);
        } else if (part == Part::stat && isOneCpu(line)) {
            ++counters.cpus;
        } else if (part == Part::meminfo) {
            readMemoryLine(line, counters);
        } else if (part == Part::loadavg) {
            readLoadLine(line, counters);
        }
    }
    if (!cpuRead || counters.cpus == 0)
        return Error{ErrorKind::invalid, QStringLiteral("the host's /proc/stat has no readable line for the CPUs"), {}};
    return counters;
}

model::HostSample HostRates::next(const HostCounters &counters, const QDateTime &at)
{
    model::HostSample sample;
    sample.host = m_host;
    sample.at = at;
    sample.cpus = counters.cpus;
    sample.load1 = counters.load1;
    sample.memoryTotalBytes = counters.memoryTotalBytes.value_or(0);
    if (counters.memoryTotalBytes && counters.memoryAvailableBytes)
        sample.memoryBytes = std::max<qint64>(0, *counters.memoryTotalBytes - *counters.memoryAvailableBytes);

    // The share of ticks needs no clock, so that no step of one can disturb it.
    const bool follows = m_last && m_last->cpus == counters.cpus && counters.busyTicks >= m_last->busyTicks
        && counters.allTicks > m_last->allTicks;
    if (follows) {
        const auto busy = double(counters.busyTicks - m_last->busyTicks);
        const auto all = double(counters.allTicks - m_last->allTicks);
        sample.cpuCores = std::min(1.0, busy / all) * counters.cpus;
    }
    m_last = counters;
    return sample;
}

} // namespace mediahelm::metrics
