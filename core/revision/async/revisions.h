// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/restore/deployment_note.h"
#include "core/revision/restore/handed_over.h"
#include "core/revision/restore/workspace_restorer.h"
#include "core/revision/store/revision_store.h"

#include <QFuture>

#include <optional>

namespace mediahelm::revision {

// A workspace's revisions, for who only looks at them. Wherever the workspace lies, the answer comes later; calls are
// answered in their order. Shapes and errors are those of RevisionStore and WorkspaceRestorer, and refused when too
// much is asked at once. Owned by whoever opened the workspace; main thread.
class RevisionLog
{
public:
    virtual ~RevisionLog() = default;

    virtual QFuture<base::Result<StoreCheck>> check() = 0;
    virtual QFuture<base::Result<model::RevisionPage>> list(const model::RevisionFilter &filter, int limit,
                                                            const std::optional<model::RevisionId> &from) = 0;
    virtual QFuture<base::Result<model::Revision>> resolve(const QString &text) = 0;
    virtual QFuture<base::Result<Snapshot>> show(const model::RevisionId &id) = 0;
    virtual QFuture<base::Result<QByteArray>> file(const model::RevisionId &id, const model::FilePath &path) = 0;
    virtual QFuture<base::Result<model::Changes>> diff(const std::optional<model::RevisionId> &before,
                                                       const model::RevisionId &after) = 0;
    virtual QFuture<base::Result<model::Changes>> externalChange(const Snapshot &onDisk) = 0;
    virtual QFuture<base::Result<QList<model::Tag>>> tags() = 0;
    virtual QFuture<base::Result<QList<model::Deployment>>> deployments(const model::RevisionId &id) = 0;
    // What was told while a deployment of that revision ran, which ended at that moment. Errors: notFound (not kept).
    virtual QFuture<base::Result<QByteArray>> deploymentLog(const model::RevisionId &id, const QDateTime &when) = 0;
    // What restore() of it would do, and what keeps it from that.
    virtual QFuture<base::Result<RestorePlan>> planRestore(const model::RevisionId &id) = 0;
};

// The same, for who changes them.
class RevisionKeeper
{
public:
    virtual ~RevisionKeeper() = default;

    virtual QFuture<base::Result<SaveOutcome>> save(const SaveRequest &request) = 0;
    virtual QFuture<base::Status> record(const model::RevisionId &id, const model::Deployment &deployment) = 0;
    // What was told while it ran; of all deployments the newest `most` are kept.
    virtual QFuture<base::Status> keepLog(const model::RevisionId &id, const QDateTime &when, const QByteArray &text,
                                          int most) = 0;
    virtual QFuture<base::Status> addTag(const model::Tag &tag) = 0;
    virtual QFuture<base::Status> removeTag(const model::TagName &name) = 0;
    // Makes the workspace's files, which ought to be the newest revision's, into those of `id`. It is no revision by
    // itself: save one of kind rollback afterwards. What is merely handed over is
    // left where only one side knows it.
    virtual QFuture<base::Result<RestoreOutcome>> restore(const model::RevisionId &id, const HandedOver &handed) = 0;
    // To be called when a workspace is opened, before its files are read.
    virtual QFuture<base::Result<RestoreRecovery>> recover() = 0;

    // Keeps other processes out from now on, across calls, until letGo(); twice needs as many. `purpose` is told to
    // them.
    virtual QFuture<base::Status> hold(const QString &purpose) = 0;
    virtual QFuture<base::Status> letGo() = 0;

    // What is being deployed, kept over a crash (deployment_note.h); nullopt takes it away. Reading it while another
    // process holds the workspace tells of that one's deployment.
    virtual QFuture<base::Status> note(const std::optional<DeploymentNote> &note) = 0;
    virtual QFuture<base::Result<std::optional<DeploymentNote>>> noted() = 0;

    virtual QFuture<base::Status> verify() = 0;
    // What is noted of a deployment that was interrupted goes with the old store. Errors: also conflict (held).
    virtual QFuture<base::Result<QString>> beginAnew() = 0;
    virtual QFuture<base::Result<QString>> setJournalAside() = 0;
};

} // namespace mediahelm::revision
