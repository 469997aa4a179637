// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"

namespace mediahelm::app {

// `explain CODE`: the help page of a finding; without a code all codes, each with what it is about. Returns the exit
// status: 66 for a code that there is not.
int explainCode(Terminal &terminal, const QString &code, bool json);

} // namespace mediahelm::app
