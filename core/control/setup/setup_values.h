// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"
#include "core/workspace/setup/setup.h"

namespace mediahelm::control {

// The catalog and what is made of it, in the words of the seam. Pure.

QList<CatalogGroup> groupsOf(const workspace::Catalog &catalog);
MachineResources resourcesOf(const workspace::MachineFacts &facts);
// Errors: internal (a change that cannot be compared).
base::Result<SetupPlan> planOf(const workspace::Setup &setup, const workspace::Catalog &catalog);

} // namespace mediahelm::control
