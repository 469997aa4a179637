// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

#include <QStringList>

namespace mediahelm::workspace {

// What the Compose files of a project hand on to Compose, to builds and to containers, as paths from the workspace's
// folder; they may lead out of it. Paths of which something cannot be told are left out. Each once, in no order.
struct HandedFiles {
    QStringList read; // env_file, label_file, files of configs, Dockerfiles
    QStringList mounted; // read-only binds, files or folders: no service changes what lies there
    QStringList secret; // files of secrets
    QStringList writable; // sources of all other binds: what lies there belongs to the services
};

HandedFiles handedFiles(const ComposeModel &model);

} // namespace mediahelm::workspace
