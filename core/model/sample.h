// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"

#include <QDateTime>

#include <optional>

namespace mediahelm::model {

// One look at a container. A value that could not be measured (first look, counter reset) is nullopt: a gap, never a
// zero.
struct ContainerSample {
    ContainerKey key;
    QDateTime at; // UTC, by the engine's clock
    std::optional<double> cpuCores; // 1.0 is one core fully used
    std::optional<qint64> memoryBytes; // working set: usage without inactive file cache
    qint64 memoryLimitBytes = 0; // 0 when unlimited
    std::optional<double> networkReceiveBytesPerSecond;
    std::optional<double> networkTransmitBytesPerSecond;
    std::optional<double> blockReadBytesPerSecond;
    std::optional<double> blockWriteBytesPerSecond;
    std::optional<int> processes;
};

// One look at a host's machine. nullopt where it cannot be read there.
struct HostSample {
    base::HostId host;
    QDateTime at; // UTC
    std::optional<double> cpuCores; // in use by everything on the machine
    int cpus = 0;
    std::optional<qint64> memoryBytes; // in use: total without available
    qint64 memoryTotalBytes = 0;
    std::optional<double> load1; // load average over a minute
};

} // namespace mediahelm::model
