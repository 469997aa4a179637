// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_command.h"

namespace mediahelm::revision {

base::Result<ComposeCommand> composeCommandOf(const QString &folder, const workspace::Workspace &workspace,
                                              const QString &filesIn)
{
    const auto placed = [&](const QString &path) { return filesIn.isEmpty() ? path : filesIn + u'/' + path; };
    ComposeCommand::Parts parts{folder, workspace.name, {}, {}, {}};
    for (const workspace::EnvLayer &layer : workspace.envLayers)
        parts.environmentFiles.append(placed(layer.path));
    for (const workspace::ComposeFile &file : workspace.composeFiles)
        parts.files.append(placed(file.path));
    return ComposeCommand::make(parts);
}

} // namespace mediahelm::revision
