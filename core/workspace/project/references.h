// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/environment.h"
#include "core/workspace/project/file_references.h"
#include "core/workspace/project/workspace.h"

#include <QHash>

namespace mediahelm::workspace {

// What files refer to others by, kept by their content, so that the next reading of a workspace looks into those alone
// that changed. Owned by who reads the workspace again and again; one thread.
class ReferenceMemory
{
public:
    struct Kept {
        QByteArray bytes;
        YamlDocument document; // null where nothing can be referred to, or the file cannot be read
        FileReferences references;
        bool used = true; // since the last forget()
    };

    const Kept &of(const QString &path, const QByteArray &bytes);
    void forget(); // what was not asked for since the last time

private:
    QHash<QString, Kept> m_kept;
};

// Reads what the Compose files of a workspace include and extend, and what these do in turn, as Compose would: paths
// with their variables filled in, relative to the folder of what refers to them. Files that Compose fetches from
// elsewhere are told of and not fetched; neither is what is nested deeper, is more, or is larger than any project
// needs. A file's content is in no finding. `memory` may be null.
void readReferences(const WorkspaceFiles &files, const QMap<QString, QString> &process, Workspace &workspace,
                    ReferenceMemory *memory);

// The folder of a file by its path; empty for the workspace's own.
QString folderOfFile(const QString &path);

// The variables of what is included.
Environment environmentOf(const Inclusion &inclusion, const Environment &ofIncluder);

} // namespace mediahelm::workspace
