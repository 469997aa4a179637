// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/deployments.h"
#include "core/secrets/secret_store.h"

#include <QHash>
#include <QMap>

namespace mediahelm::control {

// The deployments of workspaces of this machine. Owned by a composition root; main thread. Destroying it stops those
// that run, as a crash would: the next start finishes them.
class LocalDeployments final : public Deployments
{
    Q_OBJECT

public:
    // `process`: the environment, which wins over a workspace's layers. Store and clock are borrowed, also by what it
    // gives out.
    LocalDeployments(const QMap<QString, QString> &process, secrets::SecretStore &store, const base::Clock &clock);
    ~LocalDeployments() override;

    std::shared_ptr<WorkspaceDeployments> of(const QString &folder) override;
    QList<std::shared_ptr<WorkspaceDeployments>> running() const override { return m_running; }

private:
    void updateRunning();

    const QMap<QString, QString> m_process;
    secrets::SecretStore &m_store;
    const base::Clock &m_clock;
    QHash<QString, std::weak_ptr<WorkspaceDeployments>> m_known; // by canonical folder
    QList<std::shared_ptr<WorkspaceDeployments>> m_running;
};

} // namespace mediahelm::control
