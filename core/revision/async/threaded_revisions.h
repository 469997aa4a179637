// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/base/pending.h"
#include "core/revision/async/revisions.h"

#include <functional>
#include <memory>
#include <vector>

namespace mediahelm::revision {

// The revisions of a workspace on this machine, kept on a thread of their own, since a save waits for the disk. Calls
// and answers cross as values. Owned by whoever opened the workspace; main thread. Destroying it lets what was asked be
// done, and answers it as cancelled.
class ThreadedRevisions final : public RevisionLog, public RevisionKeeper
{
public:
    // At most so many calls wait.
    static constexpr int mostWaiting = 256;

    // `program` is told to other processes that want the workspace. The clock is borrowed, and asked on the thread.
    ThreadedRevisions(const QString &workspace, const QString &program, const base::Clock &clock);
    ~ThreadedRevisions() override;

    QFuture<base::Result<StoreCheck>> check() override;
    QFuture<base::Result<model::RevisionPage>> list(const model::RevisionFilter &filter, int limit,
                                                    const std::optional<model::RevisionId> &from) override;
    QFuture<base::Result<model::Revision>> resolve(const QString &text) override;
    QFuture<base::Result<Snapshot>> show(const model::RevisionId &id) override;
    QFuture<base::Result<QByteArray>> file(const model::RevisionId &id, const model::FilePath &path) override;
    QFuture<base::Result<model::Changes>> diff(const std::optional<model::RevisionId> &before,
                                               const model::RevisionId &after) override;
    QFuture<base::Result<model::Changes>> externalChange(const Snapshot &onDisk) override;
    QFuture<base::Result<QList<model::Tag>>> tags() override;
    QFuture<base::Result<QList<model::Deployment>>> deployments(const model::RevisionId &id) override;
    QFuture<base::Result<QByteArray>> deploymentLog(const model::RevisionId &id, const QDateTime &when) override;
    QFuture<base::Result<RestorePlan>> planRestore(const model::RevisionId &id) override;

    QFuture<base::Result<SaveOutcome>> save(const SaveRequest &request) override;
    QFuture<base::Status> record(const model::RevisionId &id, const model::Deployment &deployment) override;
    QFuture<base::Status> keepLog(const model::RevisionId &id, const QDateTime &when, const QByteArray &text,
                                  int most) override;
    QFuture<base::Status> addTag(const model::Tag &tag) override;
    QFuture<base::Status> removeTag(const model::TagName &name) override;
    QFuture<base::Result<RestoreOutcome>> restore(const model::RevisionId &id, const HandedOver &handed) override;
    QFuture<base::Result<RestoreRecovery>> recover() override;
    QFuture<base::Status> hold(const QString &purpose) override;
    QFuture<base::Status> letGo() override;
    QFuture<base::Status> note(const std::optional<DeploymentNote> &note) override;
    QFuture<base::Result<std::optional<DeploymentNote>>> noted() override;
    QFuture<base::Status> verify() override;
    QFuture<base::Result<QString>> beginAnew() override;
    QFuture<base::Result<QString>> setJournalAside() override;

private:
    // What is on the thread.
    struct Desk {
        Desk(const QString &workspace, const QString &program, const base::Clock &clock);

        base::Result<std::pair<Snapshot, Snapshot>> expectedAndTarget(const model::RevisionId &id);
        // Removes what killed writers have left beside files of the newest revision.
        void sweep();

        FolderLock lock;
        RevisionStore store;
        WorkspaceRestorer restorer;
        std::vector<FolderLock::Lease> held;
    };

    template<typename T>
    QFuture<base::Result<T>> run(std::function<base::Result<T>(Desk &)> work);

    int m_waiting = 0;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    base::Threaded<Desk> m_desk;
};

} // namespace mediahelm::revision
