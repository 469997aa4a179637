// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/options/command_line.h"
#include "app/roots/secret_keeping.h"

namespace mediahelm::app {

// Whether a verb is about the plan, deployments or revisions of a workspace.
bool isAboutDeployments(Verb verb);

// `plan`, `apply`, `rollback`, `revisions`, `diff`: of a workspace of this machine. Returns the exit status.
int runDeploymentCommand(const CommandLine &line, Terminal &terminal, SecretKeepingMaker make);

} // namespace mediahelm::app
