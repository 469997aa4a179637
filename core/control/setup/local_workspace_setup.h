// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/base/pending.h"
#include "core/control/setup/setup_desk.h"
#include "core/control/workspace_setup.h"
#include "core/secrets/secret_store.h"

#include <QCoroTask>

namespace mediahelm::control {

class NewSecrets;

// Workspaces on this machine. The disk's work is done by a SetupDesk on a thread of its own, which begins with the
// first call; engine and secrets are asked here. Owned by a composition root; main thread. Its end waits for the call
// that runs, and takes away what is not finished.
class LocalWorkspaceSetup final : public WorkspaceSetup
{
    Q_OBJECT

public:
    // Both are borrowed. Of the fleet the hosts of this machine are asked.
    LocalWorkspaceSetup(Fleet &fleet, secrets::SecretStore &store, QObject *parent = nullptr);
    ~LocalWorkspaceSetup() override;

    QFuture<base::Result<QList<CatalogGroup>>> catalog() override;
    QFuture<base::Result<SetupGround>> lookAt(const QString &folder, const QString &project) override;
    QFuture<base::Result<SetupPlan>> plan(const SetupWish &wish) override;
    QFuture<base::Result<SetupOutcome>> make(int number, const QMap<QString, QByteArray> &secrets) override;
    void cancel() override { m_cancelled = true; }

private:
    template<typename T>
    QFuture<base::Result<T>> onDesk(std::function<base::Result<T>(SetupDesk &)> work);
    QCoro::Task<base::Result<SetupPlan>> planSteps(SetupWish wish);
    QCoro::Task<base::Result<SetupOutcome>> makeSteps(SetupPlan plan, QMap<QString, QByteArray> given);
    // Takes back what was begun.
    QCoro::Task<> takeBack(NewSecrets *keeper);

    Fleet &m_fleet;
    secrets::SecretStore &m_store;
    SetupPlan m_plan; // the newest
    bool m_making = false;
    bool m_cancelled = false;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    std::unique_ptr<base::Threaded<SetupDesk>> m_desk; // null before the first call
};

} // namespace mediahelm::control
