// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/setup_plan.h"

#include <QFuture>
#include <QObject>

namespace mediahelm::control {

enum class SetupStage { files, secrets, placing };

// Makes workspaces of the catalog's services on this machine, or adds services to one: all or nothing. Nothing here
// blocks. Owned by the composition root; main thread.
class WorkspaceSetup : public QObject
{
    Q_OBJECT

public:
    virtual QFuture<base::Result<QList<CatalogGroup>>> catalog() = 0;
    // What lies in an absolute folder. `project`: the name that is wished for; empty for any. Errors: invalid (no
    // folder, a name that is none, or not the one that the workspace there has), refused, io.
    virtual QFuture<base::Result<SetupGround>> lookAt(const QString &folder, const QString &project) = 0;
    // Looks at the folder, the machine and what its engine runs, and writes nothing. Errors: conflict (the folder is
    // occupied, or a file of that name is somebody else's), notFound (no such service), invalid (a value that cannot
    // be), and those of lookAt().
    virtual QFuture<base::Result<SetupPlan>> plan(const SetupWish &wish) = 0;
    // Does what the newest plan says; `number` is its own. `secrets` are values that were given for names of the plan;
    // the caller wipes its own copies. Errors: conflict (another plan was made since, or somebody changed a file),
    // cancelled, refused, io, and those of the secret store: nothing was written then, and no secret kept.
    virtual QFuture<base::Result<SetupOutcome>> make(int number, const QMap<QString, QByteArray> &secrets) = 0;
    // What was begun with make() is taken back; no effect once it is in its place.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(mediahelm::control::SetupStage stage);

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
