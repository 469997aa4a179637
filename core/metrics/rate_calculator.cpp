// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/rate_calculator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mediahelm::metrics {

using engine::RawStats;
using model::ContainerSample;

namespace {

using Counter = std::optional<quint64>;

// Engines send a reading about once a second, Podman every five.
constexpr double shortestInterval = 0.5;
constexpr double longestInterval = 30;
// Readings arrive late when the way is slow; more than this is a clock that was set.
constexpr double largestDisagreement = 2;
// The kernel says "no limit" as a number near the largest of 63 bits.
constexpr quint64 unlimited = quint64(1) << 60;

std::optional<double> rate(const Counter &before, const Counter &now, std::optional<double> seconds)
{
    if (!before || !now || !seconds || *now < *before)
        return std::nullopt;
    return double(*now - *before) / *seconds;
}

std::optional<qint64> workingSet(const RawStats &reading)
{
    if (!reading.memoryUsageBytes)
        return std::nullopt;
    const quint64 usage = *reading.memoryUsageBytes;
    const quint64 reclaimable = reading.memoryInactiveFileBytes.value_or(0);
    const quint64 bytes = usage > reclaimable ? usage - reclaimable : 0;
    return qint64(std::min(bytes, quint64(std::numeric_limits<qint64>::max())));
}

// An engine reports the machine's memory for a container without a limit.
qint64 memoryLimit(const RawStats &reading, const MachineFacts &machine)
{
    const quint64 limit = reading.memoryLimitBytes;
    const bool wholeMachine = machine.memoryBytes > 0 && limit >= quint64(machine.memoryBytes);
    return limit >= unlimited || wholeMachine ? 0 : qint64(limit);
}

} // namespace

std::optional<double> RateCalculator::secondsSinceLast(const RawStats &reading, std::chrono::milliseconds arrived) const
{
    if (!m_last || !m_last->stats.at.isValid() || !reading.at.isValid())
        return std::nullopt;
    const double byEngine = double(m_last->stats.at.msecsTo(reading.at)) / 1000;
    const double byUs = std::chrono::duration<double>(arrived - m_last->arrived).count();
    if (byEngine < shortestInterval || byEngine > longestInterval || std::abs(byEngine - byUs) > largestDisagreement)
        return std::nullopt;
    return byEngine;
}

ContainerSample RateCalculator::next(const RawStats &reading, std::chrono::milliseconds arrived,
                                     const MachineFacts &machine)
{
    ContainerSample sample;
    sample.key = m_key;
    sample.at = reading.at;
    sample.memoryBytes = workingSet(reading);
    sample.memoryLimitBytes = memoryLimit(reading, machine);
    sample.processes = reading.processes;

    const RawStats before = m_last ? m_last->stats : RawStats{};
    std::optional<double> seconds = secondsSinceLast(reading, arrived);
    const bool restarted =
        before.cpuNanoseconds && reading.cpuNanoseconds && *reading.cpuNanoseconds < *before.cpuNanoseconds;
    if (restarted)
        seconds.reset();

    sample.cpuCores = rate(before.cpuNanoseconds, reading.cpuNanoseconds, seconds);
    if (sample.cpuCores)
        *sample.cpuCores /= 1e9;
    // More than the machine has is no measurement.
    if (sample.cpuCores && machine.cpus > 0 && *sample.cpuCores > machine.cpus * 1.5)
        sample.cpuCores.reset();
    sample.networkReceiveBytesPerSecond = rate(before.networkReceiveBytes, reading.networkReceiveBytes, seconds);
    sample.networkTransmitBytesPerSecond = rate(before.networkTransmitBytes, reading.networkTransmitBytes, seconds);
    sample.blockReadBytesPerSecond = rate(before.blockReadBytes, reading.blockReadBytes, seconds);
    sample.blockWriteBytesPerSecond = rate(before.blockWriteBytes, reading.blockWriteBytes, seconds);

    m_last = Reading{reading, arrived};
    return sample;
}

} // namespace mediahelm::metrics
