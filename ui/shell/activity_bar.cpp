// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_bar.h"

#include "ui/deployments/deployment_watch.h"
#include "ui/shell/activity_log.h"
#include "ui/shell/trouble_count.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QAction>
#include <QMouseEvent>
#include <QProgressBar>
#include <QToolButton>

namespace mediahelm::ui {

ActivityBar::ActivityBar(control::Fleet &fleet, const ActivityLog &log, const DeploymentWatch &deployments,
                         QAction *history, QWidget *parent)
    : QStatusBar(parent)
    , m_fleet(fleet)
    , m_log(log)
    , m_deployments(deployments)
    , m_counts(makeText(TextRole::caption, {}, this))
    , m_activity(new ElidedLabel(TextRole::caption, {}, this))
    , m_deployment(new QToolButton(this))
    , m_busy(new QProgressBar(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(space::large, 0, space::large, 0);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(fontMetrics().averageCharWidth() * 10);
    m_busy->setMaximumHeight(6);
    m_busy->setAccessibleName(tr("Something is under way"));
    m_busy->hide();
    addWidget(m_counts);
    m_deployment->setObjectName(QStringLiteral("activity.deployment"));
    m_deployment->setIcon(symbolIcon(QStringLiteral("rocket_launch"), Tone::info));
    m_deployment->setAutoRaise(true);
    m_deployment->setFocusPolicy(Qt::TabFocus);
    m_deployment->setToolTip(tr("Show the deployment"));
    m_deployment->hide();
    m_activity->setObjectName(QStringLiteral("activity.text"));
    m_activity->installEventFilter(this);
    addPermanentWidget(m_deployment);
    addPermanentWidget(m_activity);
    addPermanentWidget(m_busy);
    auto *button = new QToolButton(this);
    button->setDefaultAction(history);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    addPermanentWidget(button);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(200);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ActivityBar::refreshCounts);
    m_calmTimer.setSingleShot(true);
    connect(&m_calmTimer, &QTimer::timeout, this, &ActivityBar::refreshCounts);
    const auto soon = [this] {
        if (!m_refreshTimer.isActive())
            m_refreshTimer.start();
    };
    connect(&fleet, &control::Fleet::hostAdded, this, soon);
    connect(&fleet, &control::Fleet::hostRemoved, this, soon);
    connect(&fleet, &control::Fleet::hostListed, this, soon);
    connect(&fleet, &control::Fleet::containersChanged, this, soon);
    connect(&log, &ActivityLog::changed, this, &ActivityBar::showActivity);
    connect(&deployments, &DeploymentWatch::changed, this, &ActivityBar::showActivity);
    connect(m_deployment, &QToolButton::clicked, this, &ActivityBar::deploymentAsked);
    soon();
}

void ActivityBar::setScope(const std::optional<base::HostId> &host)
{
    m_scope = host;
    refreshCounts();
}

void ActivityBar::refreshCounts()
{
    int services = 0;
    int running = 0;
    TroubleCount trouble;
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        if (m_scope && *m_scope != status.profile.id)
            continue;
        const QList<model::Container> containers = m_fleet.containers(status.profile.id);
        services += int(containers.size());
        trouble.add(containers);
        for (const model::Container &container : containers)
            running += container.state == model::ContainerState::running ? 1 : 0;
    }
    QStringList parts{tr("%n services", nullptr, services), tr("%n running", nullptr, running)};
    if (trouble.services() > 0)
        parts.append(tr("%n need attention", nullptr, trouble.services()));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    trouble.schedule(m_calmTimer);
}

void ActivityBar::showActivity()
{
    const QList<ActivityLog::Entry> running = m_log.running();
    QStringList lines = m_deployments.runningLines(); // they take the longest, and are looked at most
    const qsizetype deployments = lines.size();
    m_deployment->setVisible(deployments > 0);
    m_activity->setCursor(deployments == 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    for (const ActivityLog::Entry &entry : running)
        lines.insert(deployments, activityText(entry)); // the latest first
    m_busy->setVisible(!lines.isEmpty());
    if (lines.isEmpty() && !m_log.entries().isEmpty())
        lines.append(activityText(m_log.entries().constLast()));
    if (lines.isEmpty())
        return;
    const int others = int(lines.size()) - 1;
    const QString text = lines.constFirst();
    m_activity->setText(others > 0 ? tr("%1 and %n more", nullptr, others).arg(text) : text);
    m_deployment->setAccessibleName(tr("Show the deployment: %1").arg(m_activity->text()));
}

bool ActivityBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_activity && event->type() == QEvent::MouseButtonRelease && m_deployment->isVisible()) {
        Q_EMIT deploymentAsked();
        return true;
    }
    return QStatusBar::eventFilter(watched, event);
}

} // namespace mediahelm::ui
