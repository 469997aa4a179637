// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection_state.h"

#include <optional>

namespace mediahelm::control {

// The inner life of a host's connection. The user reads it as model::ConnectionPhase.
enum class Stage {
    off, // will not try by itself
    waiting, // for the next attempt
    opening, // the transport is starting
    greeting, // the engine is asked for its version and its list
    diagnosing, // the way works and the engine does not answer: looking for the reason
    up,
    silent, // calls go unanswered, pings go on
};

enum class Happening {
    connectAsked, // by the user, or at the start
    disconnectAsked,
    retryDue, // the wait is over, or the machine woke up
    wayOpen, // the transport is ready
    greeted, // the version is agreed on and the list is read
    unanswered, // a call went past its deadline, or never reached the engine
    answered,
    silentTooLong,
    ended, // the attempt, the diagnosis or the connection; to be tried again
    hopeless, // likewise, with a problem that stopsRetrying()
};

// The whole of the state machine: what follows, or nullopt where a happening means nothing and is ignored. Pure.
std::optional<Stage> following(Stage stage, Happening happening);

// How the stage reads; `asked`: of the first attempt or one that the user asked for. Pure.
model::ConnectionPhase phaseOf(Stage stage, bool asked);

// What a failed call to an engine means for the connection. `known`: an engine answered here before, so that garbage is
// a passing fault and not a stranger. Pure.
model::ConnectionProblem problemOf(const base::Error &error, bool known);

} // namespace mediahelm::control
