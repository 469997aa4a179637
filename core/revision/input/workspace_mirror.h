// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/store/snapshot.h"

namespace mediahelm::revision {

// Makes a folder in which Compose finds a workspace as if its files were those of a snapshot: `root`, which is there
// and empty, stands for the root of the file system, so that "ROOT/srv/media" is what "/srv/media" would be. It holds
// the snapshot's files, and for all else links to what lies there today; files of `today`, which the snapshot would
// replace or remove, are not seen. What lies beside the folders above the workspace is seen where the snapshot's files
// lead up. `folder`: absolute. Blocks for the disk; any thread. Errors: io.
base::Status makeMirror(const QString &root, const QString &folder, const Snapshot &snapshot, const Snapshot &today);

} // namespace mediahelm::revision
