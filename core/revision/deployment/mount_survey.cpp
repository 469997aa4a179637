// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/mount_survey.h"

#include "core/base/steps.h"
#include "core/revision/compose/compose_labels.h"

#include <QDir>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace mediahelm::revision {

using base::Result;

namespace {

constexpr int pageLength = 100;
constexpr int mostPages = 20;
constexpr qsizetype mostLater = 20; // revisions that are looked into for the first that has a file

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

// Files that are others by now than in one of `earlier`, or new, or gone from all of them. One that was last touched
// before the container was started is what that has seen, whatever revisions tell; of one that is there and not kept
// nothing is known.
QStringList differing(const WorkspaceMount &mount, const QList<Snapshot> &earlier, const DeploymentInput &input,
                      const QSet<model::FilePath> &trusted)
{
    const QMap<model::FilePath, QByteArray> now = seenThrough(mount, input.snapshot);
    QMap<model::FilePath, qsizetype> times; // in how many of them it is
    QStringList found;
    for (const Snapshot &before : earlier) {
        const QMap<model::FilePath, QByteArray> then = seenThrough(mount, before);
        for (auto file = then.begin(); file != then.end(); ++file)
            ++times[file.key()];
        for (auto file = now.begin(); file != now.end(); ++file) {
            const QDateTime changed = input.changedAt.value(file.key());
            const bool wasSeen = (changed.isValid() && changed <= mount.startedAt) || trusted.contains(file.key());
            if (!wasSeen && (!then.contains(file.key()) || then.value(file.key()) != *file))
                found.append(file.key().text());
        }
    }
    for (auto gone = times.begin(); gone != times.end(); ++gone) {
        if (*gone == earlier.size() && !now.contains(gone.key()) && !input.handed.isNotKept(gone.key().text()))
            found.append(gone.key().text());
    }
    return found;
}

// The oldest first, and not without end: of files that were never kept none tells.
QList<model::RevisionId> revisionsAfter(const QList<model::Revision> &revisions, const QDateTime &moment)
{
    QList<model::RevisionId> found;
    for (auto revision = revisions.crbegin(); revision != revisions.crend() && found.size() < mostLater; ++revision) {
        if (revision->when.toSecsSinceEpoch() > moment.toSecsSinceEpoch())
            found.append(revision->id);
    }
    return found;
}

bool wasChangedAfter(const QDateTime &moment, const DeploymentInput &input)
{
    return std::ranges::any_of(input.changedAt, [&](const QDateTime &changed) { return changed > moment; });
}

// What was changed after now, and is as in the newest revision: the clock was set back since, and no time tells who has
// seen it.
QSet<model::FilePath> keptOfTheFuture(const Snapshot &newest, const QDateTime &now, const DeploymentInput &input)
{
    QSet<model::FilePath> found;
    for (auto file = input.changedAt.begin(); file != input.changedAt.end(); ++file) {
        const auto today = input.snapshot.files().constFind(file.key());
        const auto kept = newest.files().constFind(file.key());
        const bool same = today != input.snapshot.files().constEnd() && kept != newest.files().constEnd()
            && today->bytes == kept->bytes;
        if (*file > now && same)
            found.insert(file.key());
    }
    return found;
}

// Whether who was started then has seen what the newest revision has: it was made before, or of its time nothing can be
// said either. Else the same would be restarted for it each time.
bool hasSeenNewest(const WorkspaceMount &mount, const model::Revision &newest, const QDateTime &now)
{
    return newest.when > now || newest.when.toSecsSinceEpoch() <= mount.startedAt.toSecsSinceEpoch();
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
        if (container.state != model::ContainerState::running || !container.startedAt.isValid() || isOneOff(container))
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

MountSurvey::MountSurvey(RevisionLog &log, const base::Clock &clock)
    : m_log(log)
    , m_clock(clock)
{
}

QFuture<Result<ChangedFiles>> MountSurvey::take(const QList<model::ObservedContainer> &containers,
                                                const DeploymentInput &input)
{
    QList<WorkspaceMount> mounts = workspaceMounts(containers, input.folders, input.command.files());
    mounts.removeIf([&](const WorkspaceMount &mount) { return input.handed.isNotKept(mount.path); });
    if (mounts.isEmpty())
        return base::finishedWith<ChangedFiles>(ChangedFiles());
    return base::futureOf<ChangedFiles>(steps(mounts, input));
}

QCoro::Task<Result<ChangedFiles>> MountSurvey::steps(QList<WorkspaceMount> mounts, DeploymentInput input)
{
    const QPointer<MountSurvey> self(this);
    ChangedFiles changed;
    const Result<QList<model::Revision>> revisions = co_await revisionsSince(earliest(mounts));
    if (!self || !revisions)
        co_return self ? revisions.error() : base::abandoned();
    const QDateTime now = m_clock.utcNow();
    QSet<model::FilePath> future;
    if (wasChangedAfter(now, input) && !revisions->isEmpty()) {
        const Result<Snapshot> newest = co_await show(revisions->constFirst().id);
        if (!self || !newest)
            co_return self ? newest.error() : base::abandoned();
        future = keptOfTheFuture(*newest, now, input);
    }
    for (const WorkspaceMount &mount : std::as_const(mounts)) {
        QList<Snapshot> earlier;
        // Where those were made before the files were mounted, or kept, the first that has them since tells.
        const QList<model::RevisionId> references = revisionsAt(*revisions, mount.startedAt);
        const QList<model::RevisionId> all = references + revisionsAfter(*revisions, mount.startedAt);
        for (qsizetype i = 0; i < all.size() && (i < references.size() || earlier.isEmpty()); ++i) {
            const Result<Snapshot> before = co_await show(all.at(i));
            if (!self || !before)
                co_return self ? before.error() : base::abandoned();
            if (!seenThrough(mount, *before).isEmpty())
                earlier.append(*before);
        }
        QStringList &files = changed[mount.service];
        const bool trusts = !future.isEmpty() && hasSeenNewest(mount, revisions->constFirst(), now);
        files += earlier.isEmpty() ? QStringList()
                                   : differing(mount, earlier, input, trusts ? future : QSet<model::FilePath>());
        files.sort();
        files.removeDuplicates();
    }
    co_return changed;
}

// Newest first, up to the one before `moment`.
QCoro::Task<Result<QList<model::Revision>>> MountSurvey::revisionsSince(QDateTime moment)
{
    const QPointer<MountSurvey> self(this);
    QList<model::Revision> found;
    std::optional<model::RevisionId> from;
    const model::RevisionFilter all;
    for (int page = 0; page < mostPages; ++page) {
        const Result<model::RevisionPage> read = co_await m_log.list(all, pageLength, from);
        if (!self || !read)
            co_return self ? read.error() : base::abandoned();
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

// Most mounts have been started with the same one.
QCoro::Task<Result<Snapshot>> MountSurvey::show(model::RevisionId id)
{
    const QPointer<MountSurvey> self(this);
    if (m_shown && m_shown->first == id)
        co_return m_shown->second;
    const Result<Snapshot> shown = co_await m_log.show(id);
    if (!self || !shown)
        co_return self ? shown.error() : base::abandoned();
    m_shown = std::pair(id, *shown);
    co_return *shown;
}

} // namespace mediahelm::revision
