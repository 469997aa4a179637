// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/setup/setup_request.h"

namespace mediahelm::workspace {

// What this machine says of itself, for a workspace in `folder`. Reads a few files of the kernel's; any thread. The
// user is the one who runs the program, or who ran sudo; root itself stands for nobody, since services should not run
// as root, and so the usual 1000 counts.
MachineFacts thisMachine(const QString &folder);

} // namespace mediahelm::workspace
