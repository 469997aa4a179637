// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"

#include <QFuture>

namespace mediahelm::control {

// What goes with a file.
struct FileStake {
    QByteArray digest; // of the file as it lies on the disk
    QStringList services; // that it defines
    QStringList variables; // that it sets
    QStringList mentionedIn; // files that name it, and are not changed by what happens to it
};

// A file that was taken away, to put it back as it was.
struct RemovedFile {
    QString path;
    FileKind kind = FileKind::compose;
    QByteArray bytes;
    QByteArray manifestBefore; // empty where the manifest did not change
    QByteArray manifestAfter;
};

// The files of an open workspace, made, renamed and taken away on the disk; the manifest's lists follow where they name
// the file. Each is done whole or not at all. Owned by the open configuration; main thread. Errors: invalid (a name
// that a file of its kind cannot have, or that leads out of the workspace), conflict (there is one of that name, the
// file was changed meanwhile, or there is unsaved work on what has to change), refused (a file that the workspace
// cannot do without, or the disk says so), notFound, io.
class FileDesk
{
public:
    virtual ~FileDesk() = default;

    // What a new file of a kind may be called, as an example: "services/NAME.yaml". Empty where there can be none.
    virtual QString patternFor(FileKind kind) const = 0;
    virtual QFuture<base::Result<FileStake>> stake(const QString &path) = 0;
    virtual QFuture<base::Status> create(const QString &path, FileKind kind, const QByteArray &text) = 0;
    // A service file whose variables of these names the manifest lists as secrets from then on.
    virtual QFuture<base::Status> createService(const QString &path, const QByteArray &text,
                                                const QStringList &secrets) = 0;
    virtual QFuture<base::Status> rename(const QString &path, const QString &to) = 0;
    // `digest`: of the file that is meant (FileStake).
    virtual QFuture<base::Result<RemovedFile>> remove(const QString &path, const QByteArray &digest) = 0;
    virtual QFuture<base::Status> restore(const RemovedFile &file) = 0;
};

} // namespace mediahelm::control
