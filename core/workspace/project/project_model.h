// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"
#include "core/workspace/project/workspace.h"

namespace mediahelm::workspace {

// What a workspace's Compose files come to together, without judging them: for who asks once. A file that cannot be
// read counts as none, and leaves the model incomplete. `process` is the environment of the process. Any thread.
ComposeModel projectModelOf(const Workspace &workspace, const QMap<QString, QString> &process);

} // namespace mediahelm::workspace
