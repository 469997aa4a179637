// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace_files.h"

namespace mediahelm::workspace {

// A workspace on this machine. A value type; any thread.
class LocalWorkspaceFiles final : public WorkspaceFiles
{
public:
    explicit LocalWorkspaceFiles(const QString &folder);

    QString folderName() const override;
    base::Result<QByteArray> read(const QString &path) const override;
    base::Result<QStringList> names(const QString &folder) const override;

private:
    QString m_folder; // absolute
};

} // namespace mediahelm::workspace
