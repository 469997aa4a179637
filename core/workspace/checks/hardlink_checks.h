// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/check_report.h"
#include "core/workspace/checks/host_facts.h"

namespace mediahelm::workspace {

// hardlinks-impossible: a service that moves what was downloaded into the library can only copy, since the two lie on
// different file systems, or in different mounts of one.
void checkHardlinks(const ComposeModel &model, const HostFacts &facts, CheckReport &report);

// Folders below a mount in which downloads and library commonly lie: "/srv/data/media".
QStringList commonFolders(const ModelMount &mount);

} // namespace mediahelm::workspace
