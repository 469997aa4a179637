// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mediahelm::metrics {

// When to sample: on a grid of the monotonic clock, so that lateness does not add up and steps of the wall clock do
// nothing. Ticks that were missed (a busy loop, a sleeping machine) are left out, never made up for. A value type.
class TickSchedule
{
public:
    TickSchedule(std::chrono::milliseconds interval, std::chrono::milliseconds start)
        : m_interval(interval)
        , m_start(start)
    {
    }

    // From `now` to the next tick: more than nothing, at most one interval.
    std::chrono::milliseconds untilNext(std::chrono::milliseconds now) const
    {
        const auto past = (now - m_start) % m_interval;
        return past.count() < 0 ? -past : m_interval - past;
    }

private:
    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_start;
};

} // namespace mediahelm::metrics
