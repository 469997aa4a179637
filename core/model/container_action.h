// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mediahelm::model {

enum class ContainerAction { start, stop, restart, pause, unpause, kill, remove };

QString containerActionName(ContainerAction action); // "start"

} // namespace mediahelm::model
