// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/overlaid_files.h"
#include "core/control/file_desk.h"
#include "core/workspace/project/workspace.h"

namespace mediahelm::control {

// Makes, renames and takes away files of a workspace on the disk, with what its manifest says of them. Made for one
// call, by the desk; its thread. Errors: those of FileDesk.
class FileChanges
{
public:
    // Both are borrowed; the workspace is the one that the files make.
    FileChanges(const OverlaidFiles &files, const workspace::Workspace &workspace);

    base::Result<FileStake> stake(const QString &path) const;
    // `secrets`: names that the manifest lists from then on.
    base::Status create(const QString &path, FileKind kind, const QByteArray &text,
                        const QStringList &secrets = {}) const;
    base::Status rename(const QString &path, const QString &to) const;
    base::Result<RemovedFile> remove(const QString &path, const QByteArray &digest) const;
    base::Status restore(const RemovedFile &file) const;

    // What a file of the workspace is; nothing for one that is none of it.
    std::optional<FileKind> kindOf(const QString &path) const;
    static QString patternFor(FileKind kind, bool hasManifest);

private:
    bool isReferred(const QString &path) const; // included or extended, or the variables of what is
    base::Status checkName(const QString &path, FileKind kind) const;
    base::Status checkPlace(const QString &path) const; // not out of the workspace, through a link
    // The manifest as it has to be; as it is where nothing changes.
    base::Result<QByteArray> manifestWith(const QString &path, FileKind kind) const;
    base::Result<QByteArray> manifestWithout(const QString &path, FileKind kind, const QString &to = {}) const;
    base::Result<QByteArray> manifestWithSecrets(const QByteArray &bytes, const QStringList &secrets) const;
    base::Status replaceManifest(const QByteArray &bytes) const;
    bool changesManifest(const QByteArray &bytes) const { return bytes != m_workspace.manifestBytes; }

    const OverlaidFiles &m_files;
    const workspace::Workspace &m_workspace;
};

} // namespace mediahelm::control
