// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/async/threaded_revisions.h"

#include "core/base/durable_temporary.h"
#include "core/revision/restore/deployment_logs.h"

#include <QSet>

#include <utility>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

ThreadedRevisions::Desk::Desk(const QString &workspace, const QString &program, const base::Clock &clock)
    : lock(workspace, program, clock)
    , store(lock, clock)
    , restorer(lock)
{
}

Result<std::pair<Snapshot, Snapshot>> ThreadedRevisions::Desk::expectedAndTarget(const model::RevisionId &id)
{
    const auto newest = store.resolve(QStringLiteral("head"));
    if (!newest.ok())
        return newest.error();
    auto expected = store.show(newest->id);
    if (!expected.ok())
        return expected.error();
    auto target = store.show(id);
    if (!target.ok())
        return target.error();
    return std::pair(std::move(*expected), std::move(*target));
}

void ThreadedRevisions::Desk::sweep()
{
    QSet<QString> folders{QString()};
    const auto newest = store.resolve(QStringLiteral("head"));
    const auto files = newest.ok() ? store.show(newest->id) : Result<Snapshot>(newest.error());
    if (files.ok()) {
        for (auto file = files->files().begin(); file != files->files().end(); ++file)
            folders.insert(folderOf(file.key()));
    }
    for (const QString &folder : std::as_const(folders))
        base::sweepTemporaries(lock.workspace() + u'/' + folder);
}

ThreadedRevisions::ThreadedRevisions(const QString &workspace, const QString &program, const base::Clock &clock)
    : m_served(m_answers.serve())
    , m_desk(QStringLiteral("revisions"),
             [workspace, program, &clock] { return std::make_unique<Desk>(workspace, program, clock); })
{
}

ThreadedRevisions::~ThreadedRevisions() = default;

template<typename T>
QFuture<Result<T>> ThreadedRevisions::run(std::function<Result<T>(Desk &)> work)
{
    if (m_waiting >= mostWaiting)
        return base::finishedWith<T>(
            Error{ErrorKind::refused, QStringLiteral("too much is asked of the revision store at once"), {}});
    ++m_waiting;
    // It goes to the thread and comes back: no end of it stays there.
    auto pending = std::make_shared<base::Pending<T>>();
    QFuture<Result<T>> future = pending->future();
    m_desk.post([this, pending = std::move(pending), work = std::move(work)](Desk &desk) mutable {
        auto result = std::make_shared<Result<T>>(work(desk));
        m_answers.post([this, pending = std::move(pending), result = std::move(result)] {
            --m_waiting;
            pending->finish(std::move(*result));
        });
    });
    return future;
}

QFuture<Result<StoreCheck>> ThreadedRevisions::check()
{
    return run<StoreCheck>([](Desk &desk) { return desk.store.check(); });
}

QFuture<Result<model::RevisionPage>> ThreadedRevisions::list(const model::RevisionFilter &filter, int limit,
                                                             const std::optional<model::RevisionId> &from)
{
    return run<model::RevisionPage>([=](Desk &desk) { return desk.store.list(filter, limit, from); });
}

QFuture<Result<model::Revision>> ThreadedRevisions::resolve(const QString &text)
{
    return run<model::Revision>([=](Desk &desk) { return desk.store.resolve(text); });
}

QFuture<Result<Snapshot>> ThreadedRevisions::show(const model::RevisionId &id)
{
    return run<Snapshot>([=](Desk &desk) { return desk.store.show(id); });
}

QFuture<Result<QByteArray>> ThreadedRevisions::file(const model::RevisionId &id, const model::FilePath &path)
{
    return run<QByteArray>([=](Desk &desk) { return desk.store.file(id, path); });
}

QFuture<Result<model::Changes>> ThreadedRevisions::diff(const std::optional<model::RevisionId> &before,
                                                        const model::RevisionId &after)
{
    return run<model::Changes>([=](Desk &desk) { return desk.store.diff(before, after); });
}

QFuture<Result<model::Changes>> ThreadedRevisions::externalChange(const Snapshot &onDisk)
{
    return run<model::Changes>([=](Desk &desk) { return desk.store.externalChange(onDisk); });
}

QFuture<Result<QList<model::Tag>>> ThreadedRevisions::tags()
{
    return run<QList<model::Tag>>([](Desk &desk) { return desk.store.tags(); });
}

QFuture<Result<QList<model::Deployment>>> ThreadedRevisions::deployments(const model::RevisionId &id)
{
    return run<QList<model::Deployment>>([=](Desk &desk) { return desk.store.deployments(id); });
}

QFuture<Result<QByteArray>> ThreadedRevisions::deploymentLog(const model::RevisionId &id, const QDateTime &when)
{
    return run<QByteArray>([=](Desk &desk) { return readDeploymentLog(desk.lock.folder(), id, when); });
}

QFuture<Result<RestorePlan>> ThreadedRevisions::planRestore(const model::RevisionId &id)
{
    return run<RestorePlan>([=](Desk &desk) -> Result<RestorePlan> {
        const auto ways = desk.expectedAndTarget(id);
        if (!ways.ok())
            return ways.error();
        return desk.restorer.plan(ways->first, ways->second);
    });
}

QFuture<Result<SaveOutcome>> ThreadedRevisions::save(const SaveRequest &request)
{
    return run<SaveOutcome>([=](Desk &desk) { return desk.store.save(request); });
}

QFuture<Status> ThreadedRevisions::record(const model::RevisionId &id, const model::Deployment &deployment)
{
    return run<void>([=](Desk &desk) { return desk.store.record(id, deployment); });
}

QFuture<Status> ThreadedRevisions::keepLog(const model::RevisionId &id, const QDateTime &when, const QByteArray &text,
                                           int most)
{
    return run<void>([=](Desk &desk) -> Status {
        const auto lease = desk.lock.take(QStringLiteral("keeping the log of a deployment"));
        return lease.ok() ? keepDeploymentLog(desk.lock.folder(), id, when, text, most) : lease.error();
    });
}

QFuture<Status> ThreadedRevisions::addTag(const model::Tag &tag)
{
    return run<void>([=](Desk &desk) { return desk.store.addTag(tag); });
}

QFuture<Status> ThreadedRevisions::removeTag(const model::TagName &name)
{
    return run<void>([=](Desk &desk) { return desk.store.removeTag(name); });
}

QFuture<Result<RestoreOutcome>> ThreadedRevisions::restore(const model::RevisionId &id, const HandedOver &handed)
{
    return run<RestoreOutcome>([=](Desk &desk) -> Result<RestoreOutcome> {
        // Before the look at what is expected: nobody saves in between.
        const auto lease = desk.lock.take(QStringLiteral("restoring files"));
        if (!lease.ok())
            return lease.error();
        const auto ways = desk.expectedAndTarget(id);
        if (!ways.ok())
            return ways.error();
        RestoreSides sides = withoutHandedOver(desk.lock.workspace(), ways->first, ways->second, handed);
        auto restored = desk.restorer.restore(sides.expected, sides.target);
        if (restored.ok())
            restored->left = std::move(sides.left);
        return restored;
    });
}

QFuture<Result<RestoreRecovery>> ThreadedRevisions::recover()
{
    return run<RestoreRecovery>([](Desk &desk) {
        desk.sweep();
        return desk.restorer.recover();
    });
}

QFuture<Status> ThreadedRevisions::hold(const QString &purpose)
{
    return run<void>([=](Desk &desk) -> Status {
        auto lease = desk.lock.take(purpose);
        if (!lease.ok())
            return lease.error();
        desk.held.push_back(std::move(*lease));
        return {};
    });
}

QFuture<Status> ThreadedRevisions::letGo()
{
    return run<void>([](Desk &desk) -> Status {
        if (desk.held.empty())
            return Error{ErrorKind::conflict, QStringLiteral("the workspace is not held"), {}};
        desk.held.pop_back();
        return {};
    });
}

QFuture<Status> ThreadedRevisions::note(const std::optional<DeploymentNote> &note)
{
    return run<void>([=](Desk &desk) -> Status {
        const auto lease = desk.lock.take(QStringLiteral("noting a deployment"));
        if (!lease.ok())
            return lease.error();
        return note ? writeDeploymentNote(desk.lock.folder(), *note) : removeDeploymentNote(desk.lock.folder());
    });
}

QFuture<Result<std::optional<DeploymentNote>>> ThreadedRevisions::noted()
{
    return run<std::optional<DeploymentNote>>([](Desk &desk) { return readDeploymentNote(desk.lock.folder()); });
}

QFuture<Status> ThreadedRevisions::verify()
{
    return run<void>([](Desk &desk) { return desk.store.verify(); });
}

QFuture<Result<QString>> ThreadedRevisions::beginAnew()
{
    return run<QString>([](Desk &desk) -> Result<QString> {
        if (!desk.held.empty())
            return Error{ErrorKind::conflict, QStringLiteral("a deployment of this workspace is under way"), {}};
        const auto lease = desk.lock.take(QStringLiteral("beginning a new revision store"));
        if (!lease.ok())
            return lease.error();
        // A deployment that was interrupted is of a revision that is in the old store: without that it could never be
        // finished, and no other one be begun. It goes first, so that a crash in between leaves what can be tried
        // again.
        if (const StoreCheck now = desk.store.check(); now.state == StoreState::damaged) {
            if (Status moved = moveDeploymentNote(desk.lock.folder(), now.folder); !moved.ok())
                return moved.error();
        }
        return desk.store.beginAnew();
    });
}

QFuture<Result<QString>> ThreadedRevisions::setJournalAside()
{
    return run<QString>([](Desk &desk) { return desk.restorer.setJournalAside(); });
}

} // namespace mediahelm::revision
