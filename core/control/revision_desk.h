// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/file_diff.h"
#include "core/model/revision.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace mediahelm::control {

// A store of revisions that cannot be read as it ought to be, and what can be done about it. A plain value.
struct StoreDamage {
    QString detail; // what is wrong, in git's words
    QString folder; // of the store, absolute
    QString aside; // the name, absolute, that beginAnew() would give it; a time follows
    bool interrupted = false; // a deployment that is of one of its revisions could not be finished any more
};

// The revisions of one workspace, for faces. Shapes and errors are those of the revision store. Nothing blocks. Owned
// by the workspace's deployments; main thread.
class RevisionDesk : public QObject
{
    Q_OBJECT

public:
    // Newest first; `from`: RevisionPage::next of the page before.
    virtual QFuture<base::Result<model::RevisionPage>> list(const model::RevisionFilter &filter, int limit,
                                                            const std::optional<model::RevisionId> &from) = 0;
    // What makes `before` (nullopt: nothing at all) into `after`.
    virtual QFuture<base::Result<model::Changes>> diff(const std::optional<model::RevisionId> &before,
                                                       const model::RevisionId &after) = 0;
    // What makes the newest revision into what lies on disk now; empty where nothing was changed since.
    virtual QFuture<base::Result<model::Changes>> unsaved() = 0;
    // A file as it was. Errors: notFound.
    virtual QFuture<base::Result<QByteArray>> file(const model::RevisionId &id, const model::FilePath &path) = 0;
    virtual QFuture<base::Result<QList<model::Deployment>>> deployments(const model::RevisionId &id) = 0;
    // What was told while the deployment that ended at that moment ran, in English. Errors: notFound (not kept).
    virtual QFuture<base::Result<QByteArray>> deploymentLog(const model::RevisionId &id, const QDateTime &when) = 0;
    // Keeps what lies on disk as a revision of kind savePoint, whoever runs the program being its author. Gives the
    // newest revision, which is the one before where nothing was changed. Errors: refused (a secret in a file, with
    // its place), conflict (another process is at work), io.
    virtual QFuture<base::Result<model::Revision>> save(const QString &message) = 0;
    virtual QFuture<base::Status> addTag(const model::TagName &name, const model::RevisionId &id) = 0; // conflict
    virtual QFuture<base::Status> removeTag(const model::TagName &name) = 0; // notFound
    // Looks whether the store is damaged, so that only beginning anew helps.
    virtual QFuture<base::Result<std::optional<StoreDamage>>> damage() = 0;
    // Renames a damaged store, which deletes nothing, and begins an empty one. Gives the old one's new path. Errors:
    // conflict (it is not damaged, a deployment runs, or another process is at work), notFound (there is none), io.
    virtual QFuture<base::Result<QString>> beginAnew() = 0;

Q_SIGNALS:
    void changed(); // there is a new revision, tag or verdict, or a new store

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
