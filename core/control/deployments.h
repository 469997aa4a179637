// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/deployment_progress.h"
#include "core/model/diagnostic.h"
#include "core/model/file_diff.h"
#include "core/model/plan.h"

#include <QFuture>
#include <QMap>
#include <QObject>

#include <memory>
#include <optional>

namespace mediahelm::control {

class RevisionDesk;

// What a deployment would do, shown before it is begun.
struct DeploymentPreview {
    model::Plan plan;
    model::Changes files; // apply: against the newest revision; roll back: what becomes of the newest revision
    std::optional<model::Revision> target; // of a roll-back
    QStringList missingSecrets; // listed, and without a value: Compose decides whether it can do without
    QString command; // the plain `docker compose` command, to be run in the folder
    QList<model::Diagnostic> errors =
        {}; // of applying: what is wrong, in files or on this machine, although Compose takes it
    QString hostUnasked = {}; // of applying: why this machine could not be looked at; empty where it was
};

// What becomes of containers whose service is in no file any more.
enum class Orphans { remove, keep };

// What the user orders.
struct DeploymentOrder {
    enum class What { apply, rollBack, resume };

    What what = What::apply;
    std::optional<model::RevisionId> target; // of a roll-back
    QString message; // why, one line; empty: a plain one is put there
    bool goesBack = true; // by itself, when something does not come up
    Orphans orphans = Orphans::remove;
};

// A deployment that was cut short, by a crash or a power cut: the next one finishes it first.
struct InterruptedDeployment {
    bool goingBack = false; // it was on its way back already
    model::RevisionId revision; // that was deployed
    QStringList services; // that have to come up
};

// The deployments of one workspace: one at a time, which goes on whatever page is shown. Owned by Deployments; main
// thread.
class WorkspaceDeployments : public QObject
{
    Q_OBJECT

public:
    virtual QString folder() const = 0; // absolute
    // What is on disk is looked at, and nothing changed. `backTo`: of a roll-back there. Asking anew withdraws the one
    // before (cancelled). Errors: what keeps files, engine or Compose from answering, in words for the user.
    virtual QFuture<base::Result<DeploymentPreview>> preview(const std::optional<model::RevisionId> &backTo,
                                                             Orphans orphans) = 0;
    // What images weigh: bytes that come over the line when nothing of them is here yet, by image. Their registries are
    // asked, which count that as they count pulls, so ask when the user does. What cannot be had is left out. Asking
    // anew withdraws the one before (cancelled).
    virtual QFuture<base::Result<QMap<QString, qint64>>> downloadSizes(const QStringList &images) = 0;
    virtual QFuture<base::Result<std::optional<InterruptedDeployment>>> interrupted() = 0;
    // Begins. Errors: conflict (one is running); this machine's engine cannot be found. What comes of it tells
    // progress().
    virtual base::Status start(const DeploymentOrder &order) = 0;
    virtual void cancel() = 0; // what was touched is put back; no effect on the way back
    virtual bool isRunning() const = 0;
    // Of the one that runs, or the latest one since the program began; nullopt before. Without a verdict at its end
    // nothing was deployed, and `summary` says why.
    virtual const std::optional<model::DeploymentProgress> &progress() const = 0;
    virtual RevisionDesk &revisions() = 0;

Q_SIGNALS:
    void progressed(); // some ten times a second at most
    void ended(); // progress() is final

protected:
    using QObject::QObject;
};

// The deployments of all workspaces. Borrowed by the faces; main thread.
class Deployments : public QObject
{
    Q_OBJECT

public:
    // Those of the workspace in a folder of this machine; the same ones as long as somebody holds them or one runs.
    virtual std::shared_ptr<WorkspaceDeployments> of(const QString &folder) = 0;
    virtual QList<std::shared_ptr<WorkspaceDeployments>> running() const = 0;

Q_SIGNALS:
    void runningChanged();

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
