// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mediahelm::control {

// How long a session waits for what. A plain value: the defaults are the product's, tests shorten them.
struct Timings {
    std::chrono::milliseconds quietBeforePing{5000}; // nothing heard from the engine for so long: ping it
    std::chrono::milliseconds answerDeadline{4000}; // unanswered for so long: not responding
    std::chrono::milliseconds silenceBeforeAnew{15000}; // not responding for so long: a new transport
    std::chrono::milliseconds attemptDeadline{90000}; // from start() to ready(), while no question is open
    std::chrono::milliseconds firstRetry{1000}; // doubles up to longestRetry, with jitter
    std::chrono::milliseconds longestRetry{60000};
    std::chrono::milliseconds nearbyRetry{1500}; // at most, for a socket on this machine that is absent or refuses
    std::chrono::milliseconds silentEngineRetry{4000}; // at most, when the way works and the engine is silent
    std::chrono::milliseconds noPermissionRetry{30000}; // at least
    std::chrono::milliseconds suspendCheck{3000}; // how often a sleep of this machine is looked for

    std::chrono::milliseconds pingDeadline{5000}; // of one call each; see engine::EngineClient::Deadlines
    std::chrono::milliseconds listDeadline{5000};
    std::chrono::milliseconds inspectDeadline{15000};
    std::chrono::milliseconds actionDeadline{30000};

    std::chrono::milliseconds publishInterval{50}; // between two reports of changes
    std::chrono::milliseconds inspectSpacing{250}; // between two inspections of one container
    std::chrono::milliseconds relistInterval{60000}; // safety net while no events come
    std::chrono::milliseconds relistSpacing{1000}; // between two full lists that events asked for

    std::chrono::milliseconds statsTick{1000};
    std::chrono::milliseconds statsRetry{2000}; // before a failed stats stream of a running container is opened again
    std::chrono::milliseconds connectionTest{60000}; // the whole of HostDirectory::test(), questions apart
};

} // namespace mediahelm::control
