// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/action_rules.h"

namespace mediahelm::ui {

using model::ContainerAction;
using model::ContainerState;

bool applies(ContainerAction action, ContainerState state)
{
    const bool up =
        state == ContainerState::running || state == ContainerState::restarting || state == ContainerState::paused;
    switch (action) {
    case ContainerAction::start: return state == ContainerState::created || state == ContainerState::exited;
    case ContainerAction::stop:
    case ContainerAction::kill: return up;
    case ContainerAction::restart: return state == ContainerState::running || state == ContainerState::restarting;
    case ContainerAction::pause: return state == ContainerState::running;
    case ContainerAction::unpause: return state == ContainerState::paused;
    case ContainerAction::remove: return state != ContainerState::removing;
    }
    return false;
}

bool needsConfirmation(ContainerAction action)
{
    return action == ContainerAction::kill || action == ContainerAction::remove;
}

std::optional<ContainerAction> undoOf(ContainerAction action)
{
    switch (action) {
    case ContainerAction::stop: return ContainerAction::start;
    case ContainerAction::pause: return ContainerAction::unpause;
    default: return std::nullopt;
    }
}

const QList<ContainerAction> &allActions()
{
    static const QList<ContainerAction> actions{
        ContainerAction::start,   ContainerAction::stop, ContainerAction::restart, ContainerAction::pause,
        ContainerAction::unpause, ContainerAction::kill, ContainerAction::remove};
    return actions;
}

QString actionSymbol(ContainerAction action)
{
    switch (action) {
    case ContainerAction::start: return QStringLiteral("play_arrow");
    case ContainerAction::stop: return QStringLiteral("stop");
    case ContainerAction::restart: return QStringLiteral("restart_alt");
    case ContainerAction::pause: return QStringLiteral("pause");
    case ContainerAction::unpause: return QStringLiteral("resume");
    case ContainerAction::kill: return QStringLiteral("bolt");
    case ContainerAction::remove: return QStringLiteral("delete");
    }
    return {};
}

} // namespace mediahelm::ui
