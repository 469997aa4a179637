// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "core/base/result.h"

namespace mediahelm::app {

// Says what went wrong, with its details below, made inert. Gives the exit status.
int complainOf(Terminal &terminal, const base::Error &error);

} // namespace mediahelm::app
