// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

namespace mediahelm::secrets {

struct SecretNameRule { // an environment variable: ^[A-Za-z_][A-Za-z0-9_]{0,127}$ (POSIX.1-2017, 8.1)
    static bool accepts(QStringView text);
    static QString describe();
};
struct ProjectNameRule { // a Compose project: ^[a-z0-9][a-z0-9_-]{0,62}$, as schemas/mediahelm.schema.json has it
    static bool accepts(QStringView text);
    static QString describe();
};

using SecretName = base::ValidatedName<SecretNameRule>;
using ProjectName = base::ValidatedName<ProjectNameRule>;

// The store's key of a workspace's secret: "workspace/PROJECT/NAME". Neither part can hold a slash.
QString workspaceSecretKey(const ProjectName &project, const SecretName &name);
QString workspaceSecretPrefix(const ProjectName &project); // of all of one workspace's
QString workspaceSecretPrefix(); // of every workspace's

struct WorkspaceSecret {
    ProjectName project;
    SecretName name;
};
// Back from a key. Errors: invalid, for a key of another kind.
base::Result<WorkspaceSecret> workspaceSecretOf(const QString &key);

} // namespace mediahelm::secrets
