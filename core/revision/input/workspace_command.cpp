// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_command.h"

namespace mediahelm::revision {

base::Result<ComposeCommand> composeCommandOf(const QString &folder, const workspace::Workspace &workspace,
                                              const QString &mirror)
{
    ComposeCommand::Parts parts{folder, workspace.name, {}, {}, {}, mirror};
    for (const workspace::EnvLayer &layer : workspace.envLayers)
        parts.environmentFiles.append(layer.path);
    for (const workspace::ComposeFile &file : workspace.composeFiles)
        parts.files.append(file.path);
    return ComposeCommand::make(parts);
}

} // namespace mediahelm::revision
