// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_log.h"

#include "ui/deployments/deployment_watch.h"
#include "ui/deployments/deployment_words.h"
#include "ui/style/words.h"

#include <algorithm>

namespace mediahelm::ui {

ActivityLog::ActivityLog(control::Fleet &fleet, control::ServiceOperations &operations, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    connect(&operations, &control::ServiceOperations::started, this, &ActivityLog::onStarted);
    connect(&operations, &control::ServiceOperations::finished, this, &ActivityLog::onFinished);
}

void ActivityLog::follow(DeploymentWatch &deployments)
{
    connect(&deployments, &DeploymentWatch::ended, this,
            [this](const QString &folder, const model::DeploymentProgress &progress) {
                Entry entry;
                entry.name = folder;
                entry.operation.startedAt = progress.startedAt;
                entry.operation.finished = true;
                entry.endedAt = progress.finishedAt;
                entry.deployment = progress;
                m_entries.append(entry);
                trim();
                Q_EMIT changed();
            });
}

QList<ActivityLog::Entry> ActivityLog::running() const
{
    QList<Entry> running;
    std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(running),
                 [](const Entry &entry) { return !entry.operation.finished; });
    return running;
}

void ActivityLog::onStarted(const control::Operation &operation)
{
    m_entries.append({operation, nameOf(operation), {}, {}});
    trim();
    Q_EMIT changed();
}

void ActivityLog::onFinished(const control::Operation &operation)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&operation](const Entry &entry) {
        return !entry.deployment && entry.operation.id == operation.id;
    });
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (known == m_entries.end()) {
        m_entries.append({operation, nameOf(operation), now, {}});
        trim();
    } else {
        known->operation = operation;
        known->endedAt = now;
    }
    Q_EMIT changed();
}

// What is under way stays, for its end is still to be told.
void ActivityLog::trim()
{
    const auto oldest =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.operation.finished; });
    if (m_entries.size() > mostEntries && oldest != m_entries.end())
        m_entries.erase(oldest);
}

QString ActivityLog::nameOf(const control::Operation &operation) const
{
    const std::optional<model::Container> container = m_fleet.container(operation.key);
    return container ? container->displayName() : operation.key.id.text().left(12);
}

QString activityText(const ActivityLog::Entry &entry)
{
    if (entry.deployment)
        return deploymentEnd(*entry.deployment);
    const control::Operation &operation = entry.operation;
    if (!operation.finished)
        return ActivityLog::tr("%1 %2", "Stopping…, service").arg(actionUnderWay(operation.action), entry.name);
    return operation.error ? wordsFor(*operation.error, operation.action, entry.name).oneLine()
                           : actionDone(operation.action, {entry.name});
}

} // namespace mediahelm::ui
