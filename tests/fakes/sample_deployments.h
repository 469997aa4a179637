// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

namespace mediahelm::fakes {

// The same digit forty times: revisionId('a').
model::RevisionId revisionId(char digit);

// A plan with everything in it: each action, a follow-up, images, an orphan, and services that stay as they are.
model::Plan samplePlan();
// A file that was added, one that was changed, one that was removed, one that is no text.
model::Changes sampleChanges();
control::DeploymentPreview samplePreview();
control::DeploymentPreview keepingOrphans(control::DeploymentPreview preview);
control::DeploymentPreview emptyPreview(); // nothing to do

// A deployment that has come to a stage; one that has ended with a verdict, and with a report where it failed.
model::DeploymentProgress sampleProgress(model::DeploymentStage stage);
model::DeploymentProgress endedProgress(model::Verdict verdict);

QList<model::Revision> sampleRevisions(); // newest first, each kind and verdict
QList<model::Deployment> sampleDeployments();

} // namespace mediahelm::fakes
