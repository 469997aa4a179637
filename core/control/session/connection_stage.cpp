// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/connection_stage.h"

#include <algorithm>
#include <array>

namespace mediahelm::control {

using base::ErrorKind;
using model::ConnectionPhase;
using model::ConnectionProblem;

namespace {

struct Row {
    Stage from;
    Happening on;
    Stage to;
};

using H = Happening;
using S = Stage;

// connectAsked and disconnectAsked lead to opening and off from everywhere and stand below.
constexpr std::array table{
    Row{S::waiting, H::retryDue, S::opening},

    Row{S::opening, H::wayOpen, S::greeting}, Row{S::opening, H::ended, S::waiting},
    Row{S::opening, H::hopeless, S::off},

    Row{S::greeting, H::greeted, S::up},      Row{S::greeting, H::unanswered, S::diagnosing},
    Row{S::greeting, H::ended, S::waiting},   Row{S::greeting, H::hopeless, S::off},

    Row{S::diagnosing, H::ended, S::waiting}, Row{S::diagnosing, H::hopeless, S::off},

    Row{S::up, H::unanswered, S::silent},     Row{S::up, H::ended, S::waiting},
    Row{S::up, H::hopeless, S::off},

    Row{S::silent, H::answered, S::up},       Row{S::silent, H::silentTooLong, S::opening},
    Row{S::silent, H::ended, S::waiting},     Row{S::silent, H::hopeless, S::off},
};

} // namespace

std::optional<Stage> following(Stage stage, Happening happening)
{
    if (happening == Happening::connectAsked)
        return Stage::opening;
    if (happening == Happening::disconnectAsked)
        return Stage::off;
    const auto *row =
        std::find_if(table.begin(), table.end(), [&](const Row &r) { return r.from == stage && r.on == happening; });
    return row == table.end() ? std::nullopt : std::optional(row->to);
}

ConnectionPhase phaseOf(Stage stage, bool asked)
{
    switch (stage) {
    case Stage::off: return ConnectionPhase::stopped;
    case Stage::waiting: return ConnectionPhase::reconnecting;
    case Stage::opening:
    case Stage::greeting:
    case Stage::diagnosing: return asked ? ConnectionPhase::connecting : ConnectionPhase::reconnecting;
    case Stage::up: return ConnectionPhase::connected;
    case Stage::silent: return ConnectionPhase::notResponding;
    }
    return ConnectionPhase::stopped;
}

ConnectionProblem problemOf(const base::Error &error, bool known)
{
    switch (error.kind) {
    case ErrorKind::timeout: return ConnectionProblem::timeout;
    case ErrorKind::refused: return ConnectionProblem::refused;
    case ErrorKind::notFound:
    case ErrorKind::invalid: return known ? ConnectionProblem::unreachable : ConnectionProblem::notAnEngine;
    case ErrorKind::unsupported: return ConnectionProblem::apiTooOld;
    case ErrorKind::cancelled:
    case ErrorKind::unreachable:
    case ErrorKind::conflict:
    case ErrorKind::io:
    case ErrorKind::internal: break;
    }
    return ConnectionProblem::unreachable;
}

} // namespace mediahelm::control
