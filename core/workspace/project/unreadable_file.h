// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace.h"

#include <optional>

namespace mediahelm::workspace {

// The first Compose file of a workspace, or of what it includes and extends, that cannot be read within the limits of
// readYaml(): its fault, at its place. Compose is not to be asked about such a workspace, since it has no such limits,
// and says less of where the fault is. Pure; any thread.
std::optional<model::Diagnostic> unreadableFile(const Workspace &workspace);

} // namespace mediahelm::workspace
