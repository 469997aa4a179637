// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/command_line.h"

namespace mediahelm::app {

// Opens the window and runs until it is closed. Without a display it says so and returns 69.
int runDesktop(int &argc, char **argv, const CommandLine &line);

} // namespace mediahelm::app
