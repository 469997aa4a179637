// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QStatusBar>
#include <QTimer>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace mediahelm::ui {

class ActivityLog;
class DeploymentWatch;

// The window's lower edge: what is shown at the leading side, what is under way or was last done at the trailing one,
// whoever began it. Survives every change of page. Owned by the main window; main thread.
class ActivityBar final : public QStatusBar
{
    Q_OBJECT

public:
    // `history` opens the list of what was done.
    ActivityBar(control::Fleet &fleet, const ActivityLog &log, const DeploymentWatch &deployments, QAction *history,
                QWidget *parent = nullptr);

    void setScope(const std::optional<base::HostId> &host);

Q_SIGNALS:
    void deploymentAsked(); // the user wants to see the one that runs

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshCounts();
    void showActivity();

    control::Fleet &m_fleet;
    const ActivityLog &m_log;
    const DeploymentWatch &m_deployments;
    std::optional<base::HostId> m_scope;
    QTimer m_refreshTimer;
    QTimer m_calmTimer; // until a service has run long enough to need no attention
    QLabel *m_counts;
    QLabel *m_activity;
    QToolButton *m_deployment;
    QProgressBar *m_busy;
};

} // namespace mediahelm::ui
