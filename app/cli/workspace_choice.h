// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret_name.h"

#include <QStringList>

namespace mediahelm::app {

// What a verb on secrets has to know of a workspace.
struct SecretsOwner {
    secrets::ProjectName project;
    QStringList listed; // the names under `secrets` in the manifest
    QString folder; // absolute
};

// That of the workspace in a folder; empty means the current one. Errors: notFound (no workspace), invalid (a manifest
// that cannot be read, or a project's name that is none), and what reading a file may give.
base::Result<SecretsOwner> secretsOwnerIn(const QString &folder);

} // namespace mediahelm::app
