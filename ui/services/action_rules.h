// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/model/container_action.h"

#include <QList>

namespace mediahelm::ui {

// Whether the engine would do it to a container in this state.
bool applies(model::ContainerAction action, model::ContainerState state);

// Cannot be taken back: asked before.
bool needsConfirmation(model::ContainerAction action);

// What takes it back, so that Undo is offered.
std::optional<model::ContainerAction> undoOf(model::ContainerAction action);

// In the order of toolbar and menu.
const QList<model::ContainerAction> &allActions();
QString actionSymbol(model::ContainerAction action); // an icon's name

} // namespace mediahelm::ui
