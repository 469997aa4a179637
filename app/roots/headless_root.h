// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/command_line.h"

namespace mediahelm::app {

// Runs the server until a signal ends it. Returns the exit status.
int runHeadless(int &argc, char **argv, const CommandLine &line);

} // namespace mediahelm::app
