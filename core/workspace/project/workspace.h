// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/project/workspace_files.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QMap>
#include <QSet>

namespace mediahelm::workspace {

struct ComposeFile {
    QString path;
    QByteArray bytes;
    YamlDocument document = {}; // of the bytes, where they were read already

    friend bool operator==(const ComposeFile &one, const ComposeFile &other)
    {
        return one.path == other.path && one.bytes == other.bytes;
    }
};

// A file that is read for the sake of services that others extend; nothing else of it counts.
struct ExtendedFile {
    ComposeFile file;
    QSet<QString> services;
};

struct Inclusion;

// What Compose merges by itself, with variables of its own. Paths are from the workspace's folder, and those of what is
// included or extended may lead out of it.
struct ComposeUnit {
    QString folder; // that relative paths in the files are of; empty for the workspace's
    QList<EnvLayer> envLayers; // the weakest first
    QList<ComposeFile> composeFiles; // in the order in which they are merged
    QList<ExtendedFile> extended; // each path once
    QList<Inclusion> inclusions;
    bool complete = true; // false: something that is included was not looked into
};

// What an entry of `include` names: merged by itself, before its services become the includer's. The includer's
// variables win over those of envLayers.
struct Inclusion : ComposeUnit {
    QString includer; // the file that has the entry
    QString pointer; // "/include/0"
};

// A folder of configuration files that describes one Compose project: what its manifest says, or, without one, what
// `docker compose` itself would take there. A plain value.
struct Workspace : ComposeUnit {
    QString name; // of the Compose project
    QString manifest; // "mediahelm.yaml", or empty
    QByteArray manifestBytes;
    QList<ComposeFile> schemas; // schemas/*.json: the workspace's own, for its variables
    QStringList secrets; // names of variables that are kept elsewhere
    int keptLogs = 50; // of deployments, the newest
    QList<model::Diagnostic> diagnostics; // of the manifest, and of files that it names and that are not there
    QList<model::Diagnostic> referenceFindings; // of what is included or extended, and cannot be read
};

class ReferenceMemory;

// Reads the whole folder, and what its Compose files include and extend. `process` is the environment of the process,
// which may name the project. `memory`, where there is one, makes a second reading cheap. Errors: notFound when it is
// no workspace, invalid when the manifest cannot be read, and what reading a file may give.
base::Result<Workspace> readWorkspace(const WorkspaceFiles &files, const QMap<QString, QString> &process,
                                      ReferenceMemory *memory = nullptr);

// What is included or extended, each path once, without what is merged anyway.
QList<ComposeFile> referredFiles(const Workspace &workspace);
// The files of variables that inclusions have for themselves.
QList<EnvLayer> referredLayers(const Workspace &workspace);

// A name that Compose accepts for a project, from a folder's: lower case, letters, digits, '-' and '_'. May be empty.
QString projectName(const QString &folderName);

} // namespace mediahelm::workspace
