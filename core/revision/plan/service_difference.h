// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/observed_container.h"
#include "core/model/plan.h"
#include "core/revision/compose/resolved_project.h"

namespace mediahelm::revision {

// In what a container differs from what its service asks for, as far as the engine's inspection shows it. `madeFrom` is
// the image of the container, from which it has what its service says nothing of; nullptr where the engine does not
// have it any more: what could come from it is then no difference. `all` are the project's containers, for references.
// Explains, and decides nothing: that is the hash's. A pure function.
QList<model::PlanReason> differencesOf(const ResolvedService &service, const model::ObservedContainer &container,
                                       const model::ObservedImage *madeFrom,
                                       const QList<model::ObservedContainer> &all);

// A part of it, in service_mounts.cpp.
QList<model::PlanReason> mountDifferences(const ResolvedService &service, const model::ObservedContainer &container);

} // namespace mediahelm::revision
