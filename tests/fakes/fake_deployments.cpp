// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_deployments.h"

#include "fakes/sample_deployments.h"

#include <algorithm>

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::finishedWith;
using base::Result;
using control::DeploymentPreview;

void FakeRevisionDesk::fill()
{
    known = sampleRevisions();
    changes = onDisk = sampleChanges();
    ran = sampleDeployments();
}

void FakeRevisionDesk::add(const model::Revision &revision)
{
    known.prepend(revision);
    Q_EMIT changed();
}

QFuture<Result<model::RevisionPage>> FakeRevisionDesk::list(const model::RevisionFilter &filter, int limit,
                                                            const std::optional<model::RevisionId> &from)
{
    filters.append(filter);
    if (damaged)
        return finishedWith<model::RevisionPage>(Error{ErrorKind::internal, damaged->detail, {}});
    if (const auto error = takeError())
        return finishedWith<model::RevisionPage>(*error);
    model::RevisionPage page;
    page.total = known.size();
    bool begun = !from;
    for (const model::Revision &revision : std::as_const(known)) {
        begun = begun || revision.id == *from;
        if (!begun)
            continue;
        if (page.revisions.size() == limit) {
            page.next = revision.id;
            break;
        }
        const bool fits = revision.message.contains(filter.text, Qt::CaseInsensitive)
            && (filter.service.isEmpty() || revision.services.contains(filter.service));
        if (fits)
            page.revisions.append(revision);
    }
    return finishedWith<model::RevisionPage>(page);
}

QFuture<Result<model::Changes>> FakeRevisionDesk::diff(const std::optional<model::RevisionId> &before,
                                                       const model::RevisionId &after)
{
    diffs.append((before ? before->text().left(1) : QString()) + QStringLiteral("..") + after.text().left(1));
    if (const auto error = takeError())
        return finishedWith<model::Changes>(*error);
    return finishedWith<model::Changes>(changes);
}

QFuture<Result<model::Changes>> FakeRevisionDesk::unsaved()
{
    if (const auto error = takeError())
        return finishedWith<model::Changes>(*error);
    return finishedWith<model::Changes>(onDisk);
}

QFuture<Result<QByteArray>> FakeRevisionDesk::file(const model::RevisionId &id, const model::FilePath &path)
{
    Q_UNUSED(id)
    return finishedWith<QByteArray>(Error{ErrorKind::notFound, path.text(), {}});
}

QFuture<Result<QList<model::Deployment>>> FakeRevisionDesk::deployments(const model::RevisionId &id)
{
    const auto found = std::ranges::find(known, id, &model::Revision::id);
    const bool deployed = found != known.end() && found->deployment;
    return finishedWith<QList<model::Deployment>>(deployed ? ran : QList<model::Deployment>());
}

QFuture<Result<QByteArray>> FakeRevisionDesk::deploymentLog(const model::RevisionId &id, const QDateTime &when)
{
    Q_UNUSED(id)
    if (!logs.contains(when))
        return finishedWith<QByteArray>(
            Error{ErrorKind::notFound, QStringLiteral("the log of this deployment is not kept"), {}});
    return finishedWith<QByteArray>(logs.value(when));
}

QFuture<Result<model::Revision>> FakeRevisionDesk::save(const QString &message)
{
    if (const auto error = takeError())
        return finishedWith<model::Revision>(*error);
    saved.append(message);
    model::Revision revision;
    revision.id = revisionId('9');
    revision.message = message;
    revision.kind = model::RevisionKind::savePoint;
    revision.when = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    if (!known.isEmpty())
        revision.parent = known.constFirst().id;
    onDisk.clear();
    add(revision);
    return finishedWith<model::Revision>(revision);
}

QFuture<base::Status> FakeRevisionDesk::addTag(const model::TagName &name, const model::RevisionId &id)
{
    for (const model::Revision &revision : std::as_const(known)) {
        if (revision.tags.contains(name.text()))
            return finishedWith<void>(Error{ErrorKind::conflict, name.text(), {}});
    }
    const auto found = std::ranges::find(known, id, &model::Revision::id);
    if (found == known.end())
        return finishedWith<void>(Error{ErrorKind::notFound, id.text(), {}});
    found->tags.append(name.text());
    Q_EMIT changed();
    return finishedWith<void>(base::Status());
}

QFuture<base::Status> FakeRevisionDesk::removeTag(const model::TagName &name)
{
    for (model::Revision &revision : known)
        revision.tags.removeAll(name.text());
    Q_EMIT changed();
    return finishedWith<void>(base::Status());
}

QFuture<Result<std::optional<control::StoreDamage>>> FakeRevisionDesk::damage()
{
    return finishedWith<std::optional<control::StoreDamage>>(damaged);
}

QFuture<Result<QString>> FakeRevisionDesk::beginAnew()
{
    if (anewFails)
        return finishedWith<QString>(*anewFails);
    if (!damaged)
        return finishedWith<QString>(Error{ErrorKind::conflict, QStringLiteral("it is not damaged"), {}});
    const QString aside = damaged->aside + QStringLiteral("20261122T163005Z");
    damaged.reset();
    known.clear();
    Q_EMIT changed();
    return finishedWith<QString>(aside);
}

FakeWorkspaceDeployments::FakeWorkspaceDeployments(QString folder)
    : shown(samplePreview())
    , m_folder(std::move(folder))
{
    desk.fill();
}

QFuture<Result<QMap<QString, qint64>>> FakeWorkspaceDeployments::downloadSizes(const QStringList &images)
{
    weighed.append(images);
    return finishedWith<QMap<QString, qint64>>(sizes);
}

QFuture<Result<DeploymentPreview>> FakeWorkspaceDeployments::preview(const std::optional<model::RevisionId> &backTo,
                                                                     control::Orphans orphans)
{
    previews.append(backTo);
    if (!holdsPreviews && orphans == control::Orphans::keep && shown)
        return finishedWith<DeploymentPreview>(keepingOrphans(*shown));
    if (!holdsPreviews)
        return finishedWith<DeploymentPreview>(shown);
    m_held = base::Pending<DeploymentPreview>();
    return m_held.future();
}

void FakeWorkspaceDeployments::answerPreview()
{
    holdsPreviews = false;
    m_held.finish(shown);
}

QFuture<Result<std::optional<control::InterruptedDeployment>>> FakeWorkspaceDeployments::interrupted()
{
    return finishedWith<std::optional<control::InterruptedDeployment>>(cutShort);
}

base::Status FakeWorkspaceDeployments::start(const control::DeploymentOrder &order)
{
    if (m_running)
        return Error{ErrorKind::conflict, QStringLiteral("a deployment is under way"), {}};
    if (const auto error = std::exchange(startFails, std::nullopt))
        return *error;
    orders.append(order);
    model::DeploymentProgress progress = sampleProgress(model::DeploymentStage::check);
    progress.goesBack = order.goesBack;
    if (order.what == control::DeploymentOrder::What::rollBack)
        progress.purpose = QStringLiteral("roll back");
    else if (order.what == control::DeploymentOrder::What::resume)
        progress.purpose = QStringLiteral("finish what was interrupted");
    cutShort.reset();
    run(progress);
    return {};
}

void FakeWorkspaceDeployments::run(const model::DeploymentProgress &progress)
{
    m_progress = progress;
    m_running = true;
    Q_EMIT runningChanged();
    Q_EMIT progressed();
}

void FakeWorkspaceDeployments::advance(const model::DeploymentProgress &progress)
{
    m_progress = progress;
    Q_EMIT progressed();
}

void FakeWorkspaceDeployments::finish(const model::DeploymentProgress &progress)
{
    m_progress = progress;
    m_running = false;
    Q_EMIT ended();
    Q_EMIT runningChanged();
}

QList<std::shared_ptr<control::WorkspaceDeployments>> FakeDeployments::running() const
{
    QList<std::shared_ptr<control::WorkspaceDeployments>> running;
    for (const auto &each : m_all) {
        if (each->isRunning())
            running.append(each);
    }
    return running;
}

std::shared_ptr<FakeWorkspaceDeployments> FakeDeployments::workspace(const QString &folder)
{
    std::shared_ptr<FakeWorkspaceDeployments> &found = m_all[folder];
    if (!found) {
        found = std::make_shared<FakeWorkspaceDeployments>(folder);
        connect(found.get(), &FakeWorkspaceDeployments::runningChanged, this, &FakeDeployments::runningChanged);
    }
    return found;
}

} // namespace mediahelm::fakes
