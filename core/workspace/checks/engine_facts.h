// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/workspace/checks/host_facts.h"

namespace mediahelm::workspace {

// The ports that the running ones of these containers publish.
QList<EnginePort> portsOf(const QList<model::Container> &containers);

} // namespace mediahelm::workspace
