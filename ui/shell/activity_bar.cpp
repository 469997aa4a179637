// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_bar.h"

#include "ui/deployments/deployment_watch.h"
#include "ui/shell/activity_log.h"
#include "ui/shell/trouble_count.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
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
    , m_deployment(new QPushButton(symbolIcon(QStringLiteral("rocket_launch"), Tone::info), {}, this))
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
    m_deployment->setFlat(true);
    m_deployment->setToolTip(tr("Show the deployment"));
    m_deployment->hide();
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
    connect(&deployments, &DeploymentWatch::changed, this, &ActivityBar::showDeployments);
    connect(m_deployment, &QPushButton::clicked, this, &ActivityBar::deploymentAsked);
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
    m_busy->setVisible(!running.isEmpty() || m_deployments.anyRunning());
    if (m_log.entries().isEmpty())
        return;
    const int others = int(running.size()) - 1;
    const QString text = activityText(running.isEmpty() ? m_log.entries().constLast() : running.constLast());
    m_activity->setText(others > 0 ? tr("%1 and %n more", nullptr, others).arg(text) : text);
}

void ActivityBar::showDeployments()
{
    const QStringList lines = m_deployments.runningLines();
    m_deployment->setVisible(!lines.isEmpty());
    if (!lines.isEmpty()) {
        const int others = int(lines.size()) - 1;
        QString text = lines.constFirst();
        if (others > 0)
            text = tr("%1 and %n more", nullptr, others).arg(text);
        m_deployment->setText(text.replace(u'&', QStringLiteral("&&")));
    }
    m_activity->setVisible(lines.isEmpty());
    m_busy->setVisible(!lines.isEmpty() || !m_log.running().isEmpty());
}

} // namespace mediahelm::ui
