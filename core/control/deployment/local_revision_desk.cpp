// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/deployment/local_revision_desk.h"

#include "core/base/steps.h"
#include "core/revision/input/local_author.h"

#include <QPointer>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

// No aggregate is made within a co_await: GCC 12 destroys it twice.
revision::SaveRequest saveRequest(const revision::DeploymentInput &input, const QString &message,
                                  model::RevisionKind kind)
{
    revision::SaveRequest request;
    request.snapshot = input.snapshot;
    request.author = revision::localAuthor();
    request.message = message;
    request.kind = kind;
    request.secrets = input.secrets.values();
    return request;
}

} // namespace

LocalRevisionDesk::LocalRevisionDesk(revision::RevisionLog &log, revision::RevisionKeeper &keeper,
                                     revision::DeploymentSource &source)
    : m_log(log)
    , m_keeper(keeper)
    , m_source(source)
{
}

QFuture<Result<model::RevisionPage>> LocalRevisionDesk::list(const model::RevisionFilter &filter, int limit,
                                                             const std::optional<model::RevisionId> &from)
{
    return m_log.list(filter, limit, from);
}

QFuture<Result<model::Changes>> LocalRevisionDesk::diff(const std::optional<model::RevisionId> &before,
                                                        const model::RevisionId &after)
{
    return m_log.diff(before, after);
}

QFuture<Result<model::Changes>> LocalRevisionDesk::unsaved()
{
    return base::futureOf<model::Changes>(unsavedSteps());
}

QCoro::Task<Result<model::Changes>> LocalRevisionDesk::unsavedSteps()
{
    const QPointer<LocalRevisionDesk> self(this);
    const Result<revision::DeploymentInput> input = co_await m_source.read();
    if (!self || !input)
        co_return self ? input.error() : base::abandoned();
    co_return co_await m_log.externalChange(input->snapshot);
}

QFuture<Result<QByteArray>> LocalRevisionDesk::file(const model::RevisionId &id, const model::FilePath &path)
{
    return m_log.file(id, path);
}

QFuture<Result<QList<model::Deployment>>> LocalRevisionDesk::deployments(const model::RevisionId &id)
{
    return m_log.deployments(id);
}

QFuture<Result<QByteArray>> LocalRevisionDesk::deploymentLog(const model::RevisionId &id, const QDateTime &when)
{
    return m_log.deploymentLog(id, when);
}

QFuture<Result<model::Revision>> LocalRevisionDesk::save(const QString &message)
{
    return base::futureOf<model::Revision>(saveSteps(message, model::RevisionKind::savePoint));
}

QCoro::Task<Result<model::Revision>> LocalRevisionDesk::saveSteps(QString message, model::RevisionKind kind)
{
    const QPointer<LocalRevisionDesk> self(this);
    const Result<revision::DeploymentInput> input = co_await m_source.read();
    if (!self || !input)
        co_return self ? input.error() : base::abandoned();
    const revision::SaveRequest request = saveRequest(*input, message, kind);
    const Result<revision::SaveOutcome> saved = co_await m_keeper.save(request);
    if (!self || !saved)
        co_return self ? saved.error() : base::abandoned();
    if (saved->saved)
        Q_EMIT changed();
    co_return saved->revision;
}

// A future of its own: one has room for one continuation, and that is the caller's.
QFuture<base::Status> LocalRevisionDesk::told(const QFuture<base::Status> &done)
{
    return base::futureOf<void>(toldSteps(done));
}

QCoro::Task<base::Status> LocalRevisionDesk::toldSteps(QFuture<base::Status> done)
{
    const QPointer<LocalRevisionDesk> self(this);
    const base::Status status = co_await done;
    if (self && status)
        Q_EMIT changed();
    co_return status;
}

QFuture<base::Status> LocalRevisionDesk::addTag(const model::TagName &name, const model::RevisionId &id)
{
    const model::Tag tag{name, id, {}, {}, {}};
    return told(m_keeper.addTag(tag));
}

QFuture<base::Status> LocalRevisionDesk::removeTag(const model::TagName &name)
{
    return told(m_keeper.removeTag(name));
}

QFuture<Result<std::optional<StoreDamage>>> LocalRevisionDesk::damage()
{
    return base::futureOf<std::optional<StoreDamage>>(damageSteps());
}

QCoro::Task<Result<std::optional<StoreDamage>>> LocalRevisionDesk::damageSteps()
{
    const QPointer<LocalRevisionDesk> self(this);
    const Result<revision::StoreCheck> store = co_await m_log.check();
    if (!self || !store)
        co_return self ? store.error() : base::abandoned();
    std::optional<StoreDamage> damage;
    if (store->state != revision::StoreState::damaged)
        co_return damage;
    const auto noted = co_await m_keeper.noted();
    if (!self)
        co_return base::abandoned();
    damage.emplace();
    damage->detail = store->detail;
    damage->folder = store->folder;
    damage->aside = store->aside;
    damage->interrupted = !noted || noted->has_value(); // one that cannot be read is one
    co_return damage;
}

QFuture<Result<QString>> LocalRevisionDesk::beginAnew()
{
    return base::futureOf<QString>(anewSteps());
}

QCoro::Task<Result<QString>> LocalRevisionDesk::anewSteps()
{
    const QPointer<LocalRevisionDesk> self(this);
    const Result<QString> aside = co_await m_keeper.beginAnew();
    if (self && aside)
        Q_EMIT changed();
    co_return aside;
}

QFuture<Result<bool>> LocalRevisionDesk::keepExternalChanges()
{
    return base::futureOf<bool>(externalSteps());
}

QCoro::Task<Result<bool>> LocalRevisionDesk::externalSteps()
{
    const QPointer<LocalRevisionDesk> self(this);
    const Result<revision::StoreCheck> store = co_await m_log.check();
    if (!self || !store)
        co_return self ? store.error() : base::abandoned();
    if (store->state != revision::StoreState::good)
        co_return false;
    const auto interrupted = co_await m_keeper.noted();
    if (!self || !interrupted)
        co_return self ? interrupted.error() : base::abandoned();
    if (*interrupted)
        co_return false;
    const Result<model::Changes> changes = co_await unsavedSteps();
    if (!self || !changes)
        co_return self ? changes.error() : base::abandoned();
    if (changes->isEmpty())
        co_return false;
    const Result<model::Revision> kept =
        co_await saveSteps(u"Changes found on the disk"_s, model::RevisionKind::external);
    if (!self || !kept)
        co_return self ? kept.error() : base::abandoned();
    co_return true;
}

} // namespace mediahelm::control
