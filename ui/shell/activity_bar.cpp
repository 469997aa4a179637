// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_bar.h"

#include "ui/style/metrics.h"
#include "ui/style/service_look.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"

#include <QProgressBar>

#include <algorithm>

namespace mediahelm::ui {

ActivityBar::ActivityBar(control::Fleet &fleet, control::ServiceOperations &operations, QWidget *parent)
    : QStatusBar(parent)
    , m_fleet(fleet)
    , m_counts(makeText(TextRole::caption, {}, this))
    , m_activity(makeText(TextRole::caption, {}, this))
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
    addPermanentWidget(m_activity);
    addPermanentWidget(m_busy);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(200);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ActivityBar::refreshCounts);
    const auto soon = [this] {
        if (!m_refreshTimer.isActive())
            m_refreshTimer.start();
    };
    connect(&fleet, &control::Fleet::hostAdded, this, soon);
    connect(&fleet, &control::Fleet::hostRemoved, this, soon);
    connect(&fleet, &control::Fleet::hostListed, this, soon);
    connect(&fleet, &control::Fleet::containersChanged, this, soon);
    connect(&operations, &control::ServiceOperations::started, this, &ActivityBar::onStarted);
    connect(&operations, &control::ServiceOperations::finished, this, &ActivityBar::onFinished);
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
    int trouble = 0;
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        if (m_scope && *m_scope != status.profile.id)
            continue;
        const QList<model::Container> containers = m_fleet.containers(status.profile.id);
        services += int(containers.size());
        for (const model::Container &container : containers) {
            running += container.state == model::ContainerState::running ? 1 : 0;
            trouble += isTrouble(lookOf(container)) ? 1 : 0;
        }
    }
    QStringList parts{tr("%n services", nullptr, services), tr("%n running", nullptr, running)};
    if (trouble > 0)
        parts.append(tr("%n need attention", nullptr, trouble));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

QString ActivityBar::nameOf(const control::Operation &operation) const
{
    const std::optional<model::Container> container = m_fleet.container(operation.key);
    return container ? container->displayName() : operation.key.id.text().left(12);
}

void ActivityBar::onStarted(const control::Operation &operation)
{
    m_names.insert(operation.id, nameOf(operation));
    m_running.append(operation);
    showRunning();
}

void ActivityBar::onFinished(const control::Operation &operation)
{
    const QString name = m_names.value(operation.id, nameOf(operation));
    m_names.remove(operation.id);
    m_running.removeIf([&operation](const control::Operation &other) { return other.id == operation.id; });
    if (!m_running.isEmpty()) {
        showRunning();
        return;
    }
    m_busy->hide();
    m_activity->setText(operation.error ? wordsFor(*operation.error, operation.action, name).oneLine()
                                        : actionDone(operation.action, {name}));
}

void ActivityBar::showRunning()
{
    m_busy->show();
    const control::Operation &newest = m_running.constLast();
    const QString text = tr("%1 %2", "Stopping…, service").arg(actionUnderWay(newest.action), m_names.value(newest.id));
    const int others = int(m_running.size()) - 1;
    m_activity->setText(others > 0 ? tr("%1 and %n more", nullptr, others).arg(text) : text);
}

} // namespace mediahelm::ui
