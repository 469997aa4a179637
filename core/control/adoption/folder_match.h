// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/import/running_project.h"
#include "core/workspace/project/workspace_files.h"

namespace mediahelm::control {

// Whether a running project's folder, opened as a workspace, is that very project: its name, its files, its env files.
// Else `why` gets a sentence. Blocks for the disk.
bool folderOpens(const workspace::WorkspaceFiles &files, const workspace::RunningProject &project, QString &why);

// What a mediahelm.yaml would have to say in the folder for that, where its files have names of their own. Empty where
// that does not help: files lie elsewhere, or the folder has one. Blocks for the disk.
QByteArray manifestFor(const workspace::RunningProject &project);
QString manifestPath(const QString &folder);
// Writes it, where none is yet. Errors: conflict, refused, io. Blocks for the disk.
base::Status writeManifest(const QString &folder, const QByteArray &manifest);

// Those in the folder from there, others as they are.
QStringList within(const QString &folder, const QStringList &paths);

} // namespace mediahelm::control
