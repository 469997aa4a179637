// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/mount_survey.h"

#include "core/revision/compose/compose_labels.h"

#include <QDir>
#include <QPointer>

#include <algorithm>
#include <set>

namespace mediahelm::revision {

using base::Result;

namespace {

constexpr int pageLength = 100;
constexpr int mostPages = 20;

QString below(const QString &path, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (!folder.isEmpty() && path.startsWith(folder + u'/'))
            return QDir::cleanPath(path.sliced(folder.size() + 1));
    }
    return {};
}

QMap<model::FilePath, QByteArray> seenThrough(const WorkspaceMount &mount, const Snapshot &snapshot)
{
    QMap<model::FilePath, QByteArray> seen;
    for (auto file = snapshot.files().begin(); file != snapshot.files().end(); ++file) {
        if (model::isWithin(file.key().text(), mount.path))
            seen.insert(file.key(), file->bytes);
    }
    return seen;
}

// Files that are others by now than `before`, made or gone. One that was last touched before the container was started
// is what that has seen, whatever revisions tell.
QStringList differing(const WorkspaceMount &mount, const Snapshot &before, const DeploymentInput &input)
{
    const QMap<model::FilePath, QByteArray> then = seenThrough(mount, before);
    const QMap<model::FilePath, QByteArray> now = seenThrough(mount, input.snapshot);
    std::set<model::FilePath> paths;
    for (const auto *each : {&then, &now}) {
        for (auto file = each->begin(); file != each->end(); ++file)
            paths.insert(file.key());
    }
    QStringList found;
    for (const model::FilePath &path : paths) {
        const QDateTime changed = input.changedAt.value(path);
        const bool wasSeen = now.contains(path) && changed.isValid() && changed <= mount.startedAt;
        if (!wasSeen && (then.contains(path) != now.contains(path) || then.value(path) != now.value(path)))
            found.append(path.text());
    }
    return found;
}

QDateTime earliest(const QList<WorkspaceMount> &mounts)
{
    return std::ranges::min_element(mounts, {}, &WorkspaceMount::startedAt)->startedAt;
}

} // namespace

QList<WorkspaceMount> workspaceMounts(const QList<model::ObservedContainer> &containers, const QStringList &folders,
                                      const QStringList &composeFiles)
{
    QList<WorkspaceMount> found;
    for (const model::ObservedContainer &container : containers) {
        if (container.state != model::ContainerState::running || !container.startedAt.isValid())
            continue;
        for (const model::Mount &mount : container.mounts) {
            const QString path =
                mount.type == QLatin1String("bind") && !mount.writable ? below(mount.source, folders) : QString();
            const bool holdsAll = std::ranges::any_of(composeFiles, [&](const QString &file) {
                const QString whole = file.startsWith(u'/') ? below(file, folders) : QDir::cleanPath(file);
                return model::isWithin(whole, path);
            });
            if (!path.isEmpty() && !holdsAll)
                found.append({container.label(labels::service), container.startedAt, path});
        }
    }
    return found;
}

QList<model::RevisionId> revisionsAt(const QList<model::Revision> &revisions, const QDateTime &moment)
{
    const qint64 second = moment.toSecsSinceEpoch();
    QList<model::RevisionId> found;
    for (const model::Revision &revision : revisions) {
        const qint64 when = revision.when.toSecsSinceEpoch();
        if (when > second)
            continue;
        found.append(revision.id);
        if (when < second)
            return found;
    }
    if (found.isEmpty() && !revisions.isEmpty())
        found.append(revisions.constLast().id);
    return found;
}

MountSurvey::MountSurvey(RevisionLog &log)
    : m_log(log)
{
}

QFuture<ChangedFiles> MountSurvey::take(const QList<model::ObservedContainer> &containers, const DeploymentInput &input)
{
    const QList<WorkspaceMount> mounts = workspaceMounts(containers, input.folders, input.command.files());
    if (mounts.isEmpty())
        return QtFuture::makeReadyFuture(ChangedFiles());
    QPromise<ChangedFiles> promise;
    promise.start();
    const QFuture<ChangedFiles> future = promise.future();
    const auto deliver = [](QCoro::Task<ChangedFiles> task, QPromise<ChangedFiles> to) -> QCoro::Task<> {
        to.addResult(co_await std::move(task));
        to.finish();
    };
    deliver(steps(mounts, input), std::move(promise));
    return future;
}

QCoro::Task<ChangedFiles> MountSurvey::steps(QList<WorkspaceMount> mounts, DeploymentInput input)
{
    const QPointer<MountSurvey> self(this);
    ChangedFiles changed;
    const QList<model::Revision> revisions = co_await revisionsSince(earliest(mounts));
    if (!self)
        co_return changed;
    for (const WorkspaceMount &mount : std::as_const(mounts)) {
        QList<model::RevisionId> references = revisionsAt(revisions, mount.startedAt);
        QStringList files;
        bool isKnown = false;
        for (const model::RevisionId &id : std::as_const(references)) {
            const Snapshot before = co_await show(id);
            if (!self)
                co_return changed;
            isKnown = isKnown || !seenThrough(mount, before).isEmpty();
            if (!seenThrough(mount, before).isEmpty())
                files += differing(mount, before, input);
        }
        // That revision was made before the files were mounted, or kept: the first that has them tells.
        for (auto later = revisions.crbegin(); !isKnown && later != revisions.crend(); ++later) {
            const Snapshot before = co_await show(later->id);
            if (!self)
                co_return changed;
            isKnown = !seenThrough(mount, before).isEmpty();
            if (isKnown)
                files = differing(mount, before, input);
        }
        QStringList &all = changed[mount.service];
        all += files;
        all.sort();
        all.removeDuplicates();
    }
    co_return changed;
}

// Newest first, up to the one before `moment`.
QCoro::Task<QList<model::Revision>> MountSurvey::revisionsSince(QDateTime moment)
{
    const QPointer<MountSurvey> self(this);
    QList<model::Revision> found;
    std::optional<model::RevisionId> from;
    const model::RevisionFilter all;
    for (int page = 0; page < mostPages; ++page) {
        const Result<model::RevisionPage> read = co_await m_log.list(all, pageLength, from);
        if (!self || !read)
            co_return found;
        for (const model::Revision &revision : read->revisions) {
            found.append(revision);
            if (revision.when.toSecsSinceEpoch() < moment.toSecsSinceEpoch())
                co_return found;
        }
        if (!read->next)
            co_return found;
        from = read->next;
    }
    co_return found;
}

QCoro::Task<Snapshot> MountSurvey::show(model::RevisionId id)
{
    const QPointer<MountSurvey> self(this);
    if (m_shown.contains(id))
        co_return m_shown.value(id);
    const Result<Snapshot> shown = co_await m_log.show(id);
    if (!self || !shown)
        co_return Snapshot();
    m_shown.insert(id, *shown);
    co_return *shown;
}

} // namespace mediahelm::revision
