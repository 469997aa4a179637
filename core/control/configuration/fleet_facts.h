// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/workspace/checks/host_facts.h"

#include <optional>

namespace mediahelm::control {

// The ports that containers of this machine publish; nullopt where no engine here has told what it runs.
std::optional<QList<workspace::EnginePort>> portsHere(const Fleet &fleet);

} // namespace mediahelm::control
