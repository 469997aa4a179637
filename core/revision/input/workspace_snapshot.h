// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/snapshot.h"
#include "core/workspace/project/workspace.h"

namespace mediahelm::revision {

// The files of a workspace in a folder of this machine, as a revision keeps them: manifest, env layers, Compose files,
// schemas, templates and alert rules, and files within the folder that the Compose files refer to (env_file, extends,
// include, configs). Not those of `secrets:`, and no data of services. Blocks for the disk. Errors: as Snapshot::add(),
// and what reading may give.
base::Result<Snapshot> snapshotOf(const QString &folder, const workspace::Workspace &workspace);

} // namespace mediahelm::revision
