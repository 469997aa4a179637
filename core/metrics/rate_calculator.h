// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_streams.h"
#include "core/model/sample.h"

#include <chrono>
#include <optional>

namespace mediahelm::metrics {

// What is known of the machine that a container runs on; 0 where it is not.
struct MachineFacts {
    int cpus = 0;
    qint64 memoryBytes = 0;
};

// Turns one container's readings into samples. A rate needs two readings that belong together; where they do not (the
// first, a restart, a counter that went back, a step of a clock, a pause of the stream) it is nullopt: a gap, never a
// spike. A value type; one container each.
class RateCalculator
{
public:
    explicit RateCalculator(model::ContainerKey key)
        : m_key(std::move(key))
    {
    }

    // `arrived` is our monotonic clock: the engine's own may be set at any time, and only both together tell how long
    // it was between two readings.
    model::ContainerSample next(const engine::RawStats &reading, std::chrono::milliseconds arrived,
                                const MachineFacts &machine = {});
    // The next reading does not follow the last one: the stream was opened anew, the machine slept.
    void forget() { m_last.reset(); }

private:
    struct Reading {
        engine::RawStats stats;
        std::chrono::milliseconds arrived;
    };

    std::optional<double> secondsSinceLast(const engine::RawStats &reading, std::chrono::milliseconds arrived) const;

    model::ContainerKey m_key;
    std::optional<Reading> m_last;
};

} // namespace mediahelm::metrics
