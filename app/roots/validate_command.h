// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/options/command_line.h"

namespace mediahelm::app {

// `validate DIR` with what of this machine it may ask. Returns the exit status.
int runValidateCommand(const CommandLine &line, Terminal &terminal);

} // namespace mediahelm::app
