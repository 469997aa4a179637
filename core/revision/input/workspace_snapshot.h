// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/restore/handed_over.h"
#include "core/workspace/project/workspace.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace mediahelm::revision {

// What a workspace's folder holds, as far as a revision keeps it. A plain value.
struct WorkspaceContent {
    Snapshot snapshot;
    HandedOver handed;
    QSet<model::FilePath> mounted; // of these, those that containers see
    QHash<model::FilePath, QDateTime> changedAt; // UTC; when each was last written, moved or renamed to
};

// The files of a workspace in a folder of this machine, as a revision keeps them: manifest, env layers, Compose files,
// schemas, templates and alert rules, and files within the folder that the Compose files refer to: env_file,
// label_file, extends, include, configs, Dockerfiles, and what is mounted read-only (a file, or a folder of not too
// many). Not those of `secrets:`, no private keys, and nothing that a container may write to: that is the service's.
// `process` is the environment. Blocks for the disk. Errors: as Snapshot::add(), and what reading may give.
base::Result<WorkspaceContent> contentOf(const QString &folder, const workspace::Workspace &workspace,
                                         const QMap<QString, QString> &process);

} // namespace mediahelm::revision
