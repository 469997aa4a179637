// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

#include <QObject>

#include <memory>

namespace mediahelm::ui {

// Tells of the deployments of all workspaces that run, whoever began them, so that any page can show them. Owned by the
// window; main thread.
class DeploymentWatch final : public QObject
{
    Q_OBJECT

public:
    // Borrowed, and outlives it; null where nobody deploys.
    explicit DeploymentWatch(control::Deployments *deployments, QObject *parent = nullptr);

    bool anyRunning() const { return !m_running.isEmpty(); }
    QStringList runningLines() const; // "Applying media. Health: 3 of 12", one for each
    QString firstFolder() const; // of one that runs; empty without any

Q_SIGNALS:
    void began(const QString &folder);
    void changed(); // progress was made, or one has begun or ended
    void ended(const QString &folder, const mediahelm::model::DeploymentProgress &progress);

private:
    void follow();
    void onEnded(control::WorkspaceDeployments *workspace);

    control::Deployments *m_deployments;
    QList<std::shared_ptr<control::WorkspaceDeployments>> m_running;
};

} // namespace mediahelm::ui
