// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/sample.h"

#include <QByteArray>

#include <optional>

namespace mediahelm::metrics {

// What /proc/stat, /proc/meminfo and /proc/loadavg say (proc(5)), as far as we show it. A plain value.
struct HostCounters {
    quint64 busyTicks = 0; // all CPUs together, since boot, without idle and iowait
    quint64 allTicks = 0;
    int cpus = 0;
    std::optional<qint64> memoryTotalBytes;
    std::optional<qint64> memoryAvailableBytes; // since Linux 3.14
    std::optional<double> load1;
};

// The text of transport::Transport::readHostCounters(): each file under a line "== NAME", where NAME ends in stat,
// meminfo or loadavg. A part that is missing leaves its values empty. Errors: invalid, without a readable CPU line;
// also for more than 1 MiB.
base::Result<HostCounters> parseHostCounters(const QByteArray &text);

// Turns one machine's counters into samples, with gaps where two readings do not belong together. A value type.
class HostRates
{
public:
    explicit HostRates(base::HostId host)
        : m_host(std::move(host))
    {
    }

    model::HostSample next(const HostCounters &counters, const QDateTime &at);
    void forget() { m_last.reset(); }

private:
    base::HostId m_host;
    std::optional<HostCounters> m_last;
};

} // namespace mediahelm::metrics
