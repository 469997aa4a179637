// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_watch.h"

#include "ui/deployments/deployment_words.h"

#include <algorithm>

namespace mediahelm::ui {

using control::WorkspaceDeployments;

DeploymentWatch::DeploymentWatch(control::Deployments *deployments, QObject *parent)
    : QObject(parent)
    , m_deployments(deployments)
{
    if (!deployments)
        return;
    connect(deployments, &control::Deployments::runningChanged, this, &DeploymentWatch::follow);
    follow();
}

void DeploymentWatch::follow()
{
    const QList<std::shared_ptr<WorkspaceDeployments>> running = m_deployments->running();
    for (const std::shared_ptr<WorkspaceDeployments> &each : running) {
        if (m_running.contains(each) || !each->isRunning())
            continue;
        m_running.append(each);
        WorkspaceDeployments *workspace = each.get();
        connect(workspace, &WorkspaceDeployments::progressed, this, &DeploymentWatch::changed);
        connect(workspace, &WorkspaceDeployments::ended, this, [this, workspace] { onEnded(workspace); });
        Q_EMIT began(workspace->folder());
    }
    Q_EMIT changed();
}

void DeploymentWatch::onEnded(WorkspaceDeployments *workspace)
{
    const auto found = std::ranges::find_if(
        m_running, [workspace](const std::shared_ptr<WorkspaceDeployments> &each) { return each.get() == workspace; });
    if (found == m_running.end())
        return;
    const std::shared_ptr<WorkspaceDeployments> held = *found; // it is in the middle of telling
    m_running.erase(found);
    disconnect(workspace, nullptr, this, nullptr);
    Q_EMIT changed();
    if (held->progress())
        Q_EMIT ended(held->folder(), *held->progress());
    // Let go of it later, so that it can end its own call.
    QMetaObject::invokeMethod(
        this, [held] {}, Qt::QueuedConnection);
}

QStringList DeploymentWatch::runningLines() const
{
    QStringList lines;
    for (const std::shared_ptr<WorkspaceDeployments> &each : m_running) {
        if (each->progress())
            lines.append(deploymentLine(*each->progress()));
    }
    return lines;
}

QString DeploymentWatch::firstFolder() const
{
    return m_running.isEmpty() ? QString() : m_running.constFirst()->folder();
}

} // namespace mediahelm::ui
