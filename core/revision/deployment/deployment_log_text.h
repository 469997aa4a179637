// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"

namespace mediahelm::revision {

// What was told of a deployment which has ended, as text for a file: what it was and how it went, how long its stages
// took, the end of its log, and of what failed why, with the container's last words. In English, times in UTC. Pure.
QString deploymentLogText(const model::DeploymentProgress &progress);

} // namespace mediahelm::revision
