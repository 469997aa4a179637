// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/command_line.h"
#include "app/roots/secret_keeping.h"

namespace mediahelm::app {

// How a program opens its window; null where it has none. Returns the exit status.
using DesktopRoot = int (*)(int &argc, char **argv, const CommandLine &line);

// What both programs' mains call: reads the command line and runs what it asks for. Without a verb that is the window,
// where there is one, else the server. `secrets` is how the program keeps them. Returns the exit status.
int enter(int argc, char **argv, DesktopRoot desktop, SecretKeepingMaker secrets);

} // namespace mediahelm::app
