// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/service_operations.h"

#include <QHash>
#include <QStatusBar>
#include <QTimer>

class QLabel;
class QProgressBar;

namespace mediahelm::ui {

// The window's lower edge: what is shown at the leading side, what is under way or was last done at the trailing one,
// whoever began it. Survives every change of page. Owned by the main window; main thread.
class ActivityBar final : public QStatusBar
{
    Q_OBJECT

public:
    ActivityBar(control::Fleet &fleet, control::ServiceOperations &operations, QWidget *parent = nullptr);

    void setScope(const std::optional<base::HostId> &host);

private:
    void refreshCounts();
    void onStarted(const control::Operation &operation);
    void onFinished(const control::Operation &operation);
    void showRunning();
    QString nameOf(const control::Operation &operation) const;

    control::Fleet &m_fleet;
    std::optional<base::HostId> m_scope;
    QList<control::Operation> m_running;
    QHash<quint64, QString> m_names; // of running ones: a removed container has none afterwards
    QTimer m_refreshTimer;
    QLabel *m_counts;
    QLabel *m_activity;
    QProgressBar *m_busy;
};

} // namespace mediahelm::ui
