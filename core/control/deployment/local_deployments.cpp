// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/deployment/local_deployments.h"

#include "core/control/deployment/local_workspace_deployments.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::control {

LocalDeployments::LocalDeployments(const QMap<QString, QString> &process, secrets::SecretStore &store,
                                   const base::Clock &clock)
    : m_process(process)
    , m_store(store)
    , m_clock(clock)
{
}

LocalDeployments::~LocalDeployments() = default;

std::shared_ptr<WorkspaceDeployments> LocalDeployments::of(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QDir::cleanPath(folder) : canonical;
    if (std::shared_ptr<WorkspaceDeployments> known = m_known.value(path).lock())
        return known;
    erase_if(m_known, [](const auto &entry) { return entry.value().expired(); });
    const auto made = std::make_shared<LocalWorkspaceDeployments>(path, m_process, m_store, m_clock);
    m_known.insert(path, made);
    connect(made.get(), &WorkspaceDeployments::progressed, this, &LocalDeployments::updateRunning);
    // Not at once: the one that ends is still telling of it.
    connect(made.get(), &WorkspaceDeployments::ended, this, &LocalDeployments::updateRunning, Qt::QueuedConnection);
    made->open();
    return made;
}

void LocalDeployments::updateRunning()
{
    QList<std::shared_ptr<WorkspaceDeployments>> running;
    for (const std::weak_ptr<WorkspaceDeployments> &known : std::as_const(m_known)) {
        if (std::shared_ptr<WorkspaceDeployments> one = known.lock(); one && one->isRunning())
            running.append(std::move(one));
    }
    if (running == m_running)
        return;
    m_running.swap(running);
    Q_EMIT runningChanged();
}

} // namespace mediahelm::control
