// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspace_choice.h"

#include "core/base/process_environment.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::app {

base::Result<SecretsOwner> secretsOwnerIn(const QString &given)
{
    const QString folder = QFileInfo(given.isEmpty() ? QStringLiteral(".") : given).absoluteFilePath();
    if (!QDir(folder).exists())
        return base::Error{base::ErrorKind::notFound, QStringLiteral("there is no folder %1").arg(folder), {}};
    const auto workspace = workspace::readWorkspace(workspace::LocalWorkspaceFiles(folder), base::processEnvironment());
    if (!workspace)
        return workspace.error();
    const auto project = secrets::ProjectName::parse(workspace->name);
    if (!project)
        return base::Error{base::ErrorKind::invalid,
                           QStringLiteral("the workspace in %1 has no project name that can be used, but \"%2\"")
                               .arg(folder, workspace->name),
                           project.error().message};
    return SecretsOwner{*project, workspace->secrets, folder};
}

} // namespace mediahelm::app
