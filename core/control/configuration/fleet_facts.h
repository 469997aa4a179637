// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/workspace/checks/host_facts.h"

#include <optional>

namespace mediahelm::control {

// Of the containers of this machine; nullopt where no engine here has told what it runs.
std::optional<workspace::EngineFacts> engineFactsHere(const Fleet &fleet);

} // namespace mediahelm::control
