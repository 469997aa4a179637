// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/compose/compose_command.h"
#include "core/workspace/project/workspace.h"

namespace mediahelm::revision {

// What `docker compose` is to be asked about: all files of a workspace in an absolute folder; where `mirror` is not
// empty as they lie there (ComposeCommand::Parts). Errors: as ComposeCommand::make().
base::Result<ComposeCommand> composeCommandOf(const QString &folder, const workspace::Workspace &workspace,
                                              const QString &mirror = {});

} // namespace mediahelm::revision
