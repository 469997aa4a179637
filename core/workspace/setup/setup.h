// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/catalog/catalog.h"
#include "core/workspace/project/workspace_files.h"
#include "core/workspace/setup/setup_request.h"

namespace mediahelm::workspace {

// A file to be written. A plain value, as are those below.
struct SetupFile {
    QString path; // relative to the workspace
    QByteArray bytes;
    std::optional<QByteArray> before; // what stands there and is replaced; nothing for a new file
};

struct SetupPort {
    QString variable;
    QString service;
    int number = 0;
    int wanted = 0; // by default
    QString takenBy; // who has the one that was wanted; empty where the service got it

    friend bool operator==(const SetupPort &, const SetupPort &) = default;
};

struct SetupSecret {
    QString name;
    QString service;
    QString description;
    QString source; // where it is had from; may be empty
    bool required = true;
    std::optional<SecretForm> form; // to be made up, unless it is kept already

    friend bool operator==(const SetupSecret &, const SetupSecret &) = default;
};

// Something that has no sensible default.
struct SetupQuestion {
    QString variable;
    QString service; // the first one that needs it
    QString description;
    QString example;

    friend bool operator==(const SetupQuestion &, const SetupQuestion &) = default;
};

// All that makes a workspace, or adds services to one. Nothing is written yet.
struct Setup {
    QString project;
    QString folder;
    QList<SetupFile> files; // in the order of writing; mediahelm.yaml, which makes the others count, last
    QStringList services; // that are added
    QStringList present; // asked for, and there already
    QList<SetupPort> ports; // of the services that are added
    QList<SetupSecret> secrets; // likewise, also those that somebody has to give
    QList<SetupQuestion> questions;
    QList<CatalogFolder> folders; // absolute paths that the services mount, below the workspace's own folders
    qint64 userId = 0; // who they belong to, where they do not say themselves
    qint64 groupId = 0;
    QStringList warnings;
    QStringList envLayers; // all of the workspace, the weakest first
    QStringList serviceFiles; // likewise, in the order of merging
};

// A new workspace. Errors: notFound (no such service, with the nearest one), invalid (a value that cannot be, or of a
// variable that nothing uses; a secret, whose value must not be given so).
base::Result<Setup> makeSetup(const Catalog &catalog, const SetupRequest &request);

// Adds services to a workspace with a manifest; not a byte of it changes but the manifest's lists, and local.env where
// a value is needed. The request's project and folder count as they are. Errors: as above; conflict (a file or service
// of that name which is not the catalog's), and what reading the workspace may give.
base::Result<Setup> extendSetup(const Catalog &catalog, const WorkspaceFiles &files, const SetupRequest &request);

} // namespace mediahelm::workspace
