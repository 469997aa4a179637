// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container_detail.h"

#include <QString>

#include <chrono>

namespace mediahelm::revision {

// What the health gate asks of a container. A plain value.
struct HealthExpectation {
    std::chrono::milliseconds settle{10000}; // a container without a health check must run so long, without a restart
    std::chrono::milliseconds patience{600000}; // at most so long for anything
    int mostRestarts = 2; // by the engine, since it is watched; one more is a crash loop
};

struct HealthJudgement {
    enum class State { starting, good, completed, failed };
    State state = State::starting;
    QString reason; // in English, continues "the service": "exited with 127"; empty for good

    bool decided() const { return state != State::starting; }
    friend bool operator==(const HealthJudgement &, const HealthJudgement &) = default;
};

// Judges one container from looks at it, one after the other: "still starting" is told from "failed". With a health
// check it is the engine's verdict that counts, which knows start_period and retries; a container that is unhealthy has
// failed. Without one it must run for `settle`. A container that ends by itself with 0 and is not restarted has done
// its work. A value type; pure.
class HealthJudge
{
public:
    explicit HealthJudge(const HealthExpectation &expectation)
        : m_expectation(expectation)
    {
    }

    // `now`: monotonic. `detail` as the engine tells it at that moment.
    HealthJudgement look(const model::ContainerDetail &detail, std::chrono::milliseconds now);

    // How long a container with this health check may honestly be starting: start period, and every attempt failing.
    static std::chrono::milliseconds longestStart(const model::HealthCheck &check);

private:
    HealthJudgement judge(const model::ContainerDetail &detail, std::chrono::milliseconds now);
    HealthJudgement judgeEnded(const model::ContainerDetail &detail) const;

    HealthExpectation m_expectation;
    bool m_begun = false;
    std::chrono::milliseconds m_since{0}; // first look
    std::chrono::milliseconds m_running{-1}; // of this start, since when it was seen running; -1: it was not
    QDateTime m_startedAt; // of that start
    int m_restarts = 0; // at the first look
    HealthJudgement m_decided;
};

} // namespace mediahelm::revision
