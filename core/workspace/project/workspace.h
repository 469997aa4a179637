// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/project/workspace_files.h"

#include <QMap>

namespace mediahelm::workspace {

struct ComposeFile {
    QString path;
    QByteArray bytes;

    friend bool operator==(const ComposeFile &, const ComposeFile &) = default;
};

// A folder of configuration files that describes one Compose project: what its manifest says, or, without one, what
// `docker compose` itself would take there. A plain value.
struct Workspace {
    QString name; // of the Compose project
    QString manifest; // "mediahelm.yaml", or empty
    QByteArray manifestBytes;
    QList<EnvLayer> envLayers; // the weakest first
    QList<ComposeFile> composeFiles; // in the order in which they are merged
    QList<ComposeFile> schemas; // schemas/*.json: the workspace's own, for its variables
    QStringList secrets; // names of variables that are kept elsewhere
    QList<model::Diagnostic> diagnostics; // of the manifest, and of files that it names and that are not there
};

// Reads the whole folder. `process` is the environment of the process, which may name the project. Errors: notFound
// when it is no workspace, invalid when the manifest cannot be read, and what reading a file may give.
base::Result<Workspace> readWorkspace(const WorkspaceFiles &files, const QMap<QString, QString> &process);

// A name that Compose accepts for a project, from a folder's: lower case, letters, digits, '-' and '_'. May be empty.
QString projectName(const QString &folderName);

} // namespace mediahelm::workspace
