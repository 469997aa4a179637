// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/import/import_container.h"
#include "core/workspace/setup/setup.h"

namespace mediahelm::control {

// A container's service file as a workspace of its own: a manifest that lists the file and its secrets, and a layer for
// the user's own values. No value of a secret is in it. Pure.
workspace::Setup adoptedWorkspace(const workspace::ImportedService &imported, const QString &folder,
                                  const QString &project);

} // namespace mediahelm::control
