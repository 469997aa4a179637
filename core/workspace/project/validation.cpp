// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/validation.h"

#include "core/workspace/project/workspace_validator.h"

namespace mediahelm::workspace {

Environment environmentOf(const Workspace &workspace, const QMap<QString, QString> &process)
{
    QMap<QString, QString> all = process;
    all.insert(QStringLiteral("COMPOSE_PROJECT_NAME"), workspace.name);
    return Environment::resolve(workspace.envLayers, all);
}

QList<model::Diagnostic> validate(const Workspace &workspace, const QMap<QString, QString> &process)
{
    return WorkspaceValidator().validate(workspace, process);
}

} // namespace mediahelm::workspace
