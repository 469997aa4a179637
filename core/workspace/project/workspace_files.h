// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace mediahelm::workspace {

// The files of a workspace, where it lies. Paths are relative to its folder and use '/'; those of what Compose files
// refer to may also lead out of it, or be absolute. Calls block for as long as the
// disk, or the line to the host, takes: never on the thread of a window.
class WorkspaceFiles
{
public:
    virtual ~WorkspaceFiles() = default;

    // What the folder is called, without what is above it.
    virtual QString folderName() const = 0;
    // A whole file. Errors: notFound, refused, invalid (too large, or no file), io.
    virtual base::Result<QByteArray> read(const QString &path) const = 0;
    // The names of what stands in a folder, sorted; none where there is no such folder. Errors: refused, io.
    virtual base::Result<QStringList> names(const QString &folder) const = 0;
};

} // namespace mediahelm::workspace
