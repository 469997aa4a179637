// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/service_operations.h"
#include "core/model/deployment_progress.h"

#include <QObject>

#include <optional>

namespace mediahelm::ui {

class DeploymentWatch;

// What was done and what is under way, whoever began it, with the names that things had then: the newest last, at most
// `mostEntries`. Owned by the main window, so that it outlives every page; main thread.
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        control::Operation operation; // on a service; what it says of itself counts for a deployment too
        QString name; // of the service, as it was when the operation began; of a deployment its folder
        QDateTime endedAt; // UTC; invalid while it is under way
        std::optional<model::DeploymentProgress> deployment; // that this is about, as it ended
    };

    static constexpr qsizetype mostEntries = 100;

    ActivityLog(control::Fleet &fleet, control::ServiceOperations &operations, QObject *parent = nullptr);
    void follow(DeploymentWatch &deployments); // theirs are told too, when they have ended

    const QList<Entry> &entries() const { return m_entries; }
    QList<Entry> running() const;

Q_SIGNALS:
    void changed();

private:
    void onStarted(const control::Operation &operation);
    void onFinished(const control::Operation &operation);
    void trim();
    QString nameOf(const control::Operation &operation) const;

    control::Fleet &m_fleet;
    QList<Entry> m_entries;
};

QString activityText(const ActivityLog::Entry &entry); // "Restarted jellyfin", "Could not stop ...", "Stopping ..."

} // namespace mediahelm::ui
