// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace.h"

namespace mediahelm::workspace {

// The variables of a workspace: its layers, then the environment of the process, and the project's name, which Compose
// sets.
Environment environmentOf(const Workspace &workspace, const QMap<QString, QString> &process);

// What can be found in the files alone, once, sorted: faults of YAML and of .env files, variables that miss, are
// required or unused, what does not fit its JSON schema. A secret of the manifest counts as set. May run on any thread.
QList<model::Diagnostic> validate(const Workspace &workspace, const QMap<QString, QString> &process);

} // namespace mediahelm::workspace
