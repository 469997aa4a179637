// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

namespace mediahelm::workspace {

// Compose's short form of a mount: "TARGET", "SOURCE:TARGET" or "SOURCE:TARGET:MODE". Without a place in a file.
ModelMount parseMount(const QString &text);

// A path that a file gives, as the workspace's folder sees it: what is relative is of `folder`, which may be empty for
// that folder itself. What begins at a home, or on a drive, stays as it is.
QString pathIn(const QString &folder, const QString &path);

} // namespace mediahelm::workspace
