// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/command_line.h"
#include "app/roots/secret_keeping.h"

namespace mediahelm::app {

// Runs one verb of the command line, without window and server. Returns the exit status.
int runCommand(int &argc, char **argv, const CommandLine &line, SecretKeepingMaker secrets);

} // namespace mediahelm::app
