// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/observed_container.h"
#include "core/revision/async/revisions.h"
#include "core/revision/deployment/deployment_source.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <optional>
#include <utility>

namespace mediahelm::revision {

using ChangedFiles = QHash<QString, QStringList>; // by service: paths in the workspace, sorted

// What a running container sees of the workspace through one read-only bind. A plain value.
struct WorkspaceMount {
    QString service;
    QDateTime startedAt; // UTC
    QString path; // from the workspace's folder: a file, or a folder
};

// Those of a project's running containers. `folders`: what the workspace's folder is called. Not what holds one of the
// Compose files: who mounts all of it, to back it up, say, does not want to be restarted for each change. Pure.
QList<WorkspaceMount> workspaceMounts(const QList<model::ObservedContainer> &containers, const QStringList &folders,
                                      const QStringList &composeFiles);

// Which revisions tell what lay on disk at `moment`: the newest one before it, and those of the same second, since
// revisions are dated to the second. Where the first was saved later, that. `revisions`: newest first. Pure.
QList<model::RevisionId> revisionsAt(const QList<model::Revision> &revisions, const QDateTime &moment);

// Finds the files that running containers see and that are others than when these were started: by the revisions, since
// a backup or a checkout touches files without changing them. Owned by who asks; its thread; destroying it ends what is
// under way.
class MountSurvey final : public QObject
{
    Q_OBJECT

public:
    MountSurvey(RevisionLog &log, const base::Clock &clock); // both are borrowed

    // One at a time. What the revisions do not tell counts as unchanged. Errors: as RevisionLog's.
    QFuture<base::Result<ChangedFiles>> take(const QList<model::ObservedContainer> &containers,
                                             const DeploymentInput &input);

private:
    QCoro::Task<base::Result<ChangedFiles>> steps(QList<WorkspaceMount> mounts, DeploymentInput input);
    QCoro::Task<base::Result<QList<model::Revision>>> revisionsSince(QDateTime moment);
    QCoro::Task<base::Result<Snapshot>> show(model::RevisionId id);

    RevisionLog &m_log;
    const base::Clock &m_clock;
    std::optional<std::pair<model::RevisionId, Snapshot>> m_shown; // the last one
};

} // namespace mediahelm::revision
