// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "fakes/fake_configurations.h"
#include "fakes/fake_deployments.h"
#include "fakes/fake_fleet.h"
#include "fakes/fake_host_directory.h"
#include "fakes/fake_log_source.h"
#include "fakes/fake_question_desk.h"
#include "fakes/fake_secret_desk.h"
#include "fakes/fake_service_operations.h"
#include "fakes/fake_stats_source.h"
#include "fakes/fake_workspace_setup.h"

namespace mediahelm::fakes {

// The whole seam in memory, for tests of what stands on it. Owned by the test, and outlives what it is handed to; main
// thread.
struct FakeControl {
    FakeControl();

    control::Control control();

    FakeFleet fleet;
    FakeHostDirectory hosts;
    FakeServiceOperations operations;
    FakeLogSource logs;
    FakeStatsSource stats;
    FakeQuestionDesk questions;
    FakeConfigurations configurations;
    FakeWorkspaceSetup setup;
    FakeDeployments deployments;
    FakeSecretDesk secrets;
};

} // namespace mediahelm::fakes
