// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/workspace/checks/host_facts.h"

namespace mediahelm::workspace {

// Of all containers of an engine.
EngineFacts engineFactsOf(const QList<model::Container> &containers);

} // namespace mediahelm::workspace
