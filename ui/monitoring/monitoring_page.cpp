// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitoring/monitoring_page.h"

#include "ui/monitoring/service_charts.h"
#include "ui/monitoring/service_picker.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using base::HostId;
using model::ContainerKey;

namespace {

constexpr int surveyTicks = 3; // the first has no rates yet, so some three seconds
constexpr int shownByItself = 6;
constexpr int mostShown = 8; // colours

} // namespace

MonitoringPage::MonitoringPage(const control::Control &control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_end(QDateTime::currentDateTimeUtc())
{
    build();
    control::Fleet &fleet = control.fleet;
    connect(&fleet, &control::Fleet::hostAdded, this, &MonitoringPage::onFleetChanged);
    connect(&fleet, &control::Fleet::hostRemoved, this, &MonitoringPage::onFleetChanged);
    connect(&fleet, &control::Fleet::hostChanged, this, &MonitoringPage::onFleetChanged);
    connect(&fleet, &control::Fleet::hostListed, this, &MonitoringPage::onFleetChanged);
    connect(&fleet, &control::Fleet::containersChanged, this,
            [this](const HostId &, const model::ContainerChanges &changes) {
                if (!changes.removed.isEmpty() || (m_automatic && !m_survey && m_shown.isEmpty()))
                    onFleetChanged();
            });
}

MonitoringPage::~MonitoringPage() = default;

void MonitoringPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, 0, 0);
    layout->setSpacing(space::medium);
    QHBoxLayout *head = makePageHead(tr("Monitoring"), layout);
    m_choice = makeText(TextRole::caption, {}, this);
    m_choose = new QPushButton(symbolIcon(QStringLiteral("tune")), tr("Choose services…"), this);
    m_choose->setObjectName(QStringLiteral("monitoring.choose"));
    m_span = new QComboBox(this);
    m_span->setAccessibleName(tr("Time shown"));
    m_span->addItem(tr("Last minute"), 60);
    m_span->addItem(tr("Last 5 minutes"), 300);
    m_span->addItem(tr("Last 10 minutes"), 600);
    m_span->setCurrentIndex(1);
    guardWheel(m_span);
    m_pause = new QPushButton(symbolIcon(QStringLiteral("pause")), tr("Pause"), this);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Let the picture stand still; the values are kept"));
    head->addWidget(m_choice);
    head->addWidget(m_choose);
    head->addWidget(m_span);
    head->addWidget(m_pause);

    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);
    auto *filled = new QWidget(m_stack);
    auto *filledLayout = new QVBoxLayout(filled);
    filledLayout->setContentsMargins(0, 0, space::huge, space::large);
    m_charts = new ServiceCharts(m_control.stats, filled);
    makeScrolling(filledLayout)->addWidget(m_charts);
    m_stack->addWidget(filled);
    auto *empty = new EmptyState(m_stack);
    empty->setContent(QStringLiteral("monitoring"), tr("Nothing to measure"),
                      tr("No host is connected. Measurements begin by themselves when one is."), tr("Show hosts"));
    connect(empty, &EmptyState::activated, this, &MonitoringPage::hostsAsked);
    m_stack->addWidget(empty);

    connect(m_choose, &QPushButton::clicked, this, &MonitoringPage::openPicker);
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this] { m_charts->setSpan(std::chrono::seconds(m_span->currentData().toInt())); });
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setText(paused ? tr("Resume") : tr("Pause"));
        m_pause->setIcon(symbolIcon(paused ? QStringLiteral("play_arrow") : QStringLiteral("pause")));
        if (!paused)
            m_charts->advance(m_end);
    });
}

bool MonitoringPage::paused() const
{
    return m_pause->isChecked();
}

QList<HostId> MonitoringPage::hostsInScope(bool connectedOnly) const
{
    QList<HostId> ids;
    const QList<control::HostStatus> all = m_control.fleet.hosts();
    for (const control::HostStatus &status : all) {
        const bool counts = !connectedOnly || !status.connection.stale();
        if (counts && (!m_scope || *m_scope == status.profile.id))
            ids.append(status.profile.id);
    }
    return ids;
}

QList<ContainerKey> MonitoringPage::runningInScope() const
{
    QList<ContainerKey> keys;
    const QList<HostId> hosts = hostsInScope(true);
    for (const HostId &host : hosts) {
        const QList<model::Container> containers = m_control.fleet.containers(host);
        for (const model::Container &container : containers) {
            if (container.running())
                keys.append({host, container.id});
        }
    }
    return keys;
}

QString MonitoringPage::nameOf(const ContainerKey &key) const
{
    const std::optional<model::Container> container = m_control.fleet.container(key);
    const QString name = container ? container->displayName() : key.id.text().left(12);
    return hostsInScope(true).size() > 1 ? tr("%1 on %2", "service, host").arg(name, key.host.text()) : name;
}

void MonitoringPage::setScope(const std::optional<HostId> &host)
{
    if (host == m_scope)
        return;
    m_scope = host;
    m_automatic = true;
    m_shown.clear();
    m_survey.reset();
    updateLines();
    onFleetChanged();
}

void MonitoringPage::setLive(bool live)
{
    m_live = live;
    updateWatch();
}

void MonitoringPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    onFleetChanged();
}

void MonitoringPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateWatch();
}

void MonitoringPage::onFleetChanged()
{
    if (!isVisible())
        return;
    m_stack->setCurrentIndex(hostsInScope(true).isEmpty() ? 1 : 0);
    m_charts->setHosts(hostsInScope(true));
    const qsizetype before = m_shown.size();
    m_shown.removeIf([this](const ContainerKey &key) { return !m_control.fleet.container(key); });
    if (m_shown.size() != before)
        updateLines();
    if (m_automatic && m_shown.isEmpty() && !m_survey)
        chooseBusiest();
    updateWatch();
}

void MonitoringPage::chooseBusiest()
{
    m_automatic = true;
    const QList<ContainerKey> running = runningInScope();
    if (running.isEmpty()) {
        m_survey.reset();
        m_charts->setServicesText(tr("No service runs"));
        return;
    }
    m_survey.emplace();
    m_charts->setServicesText(tr("Looking for the busiest services…"));
    updateChoiceText();
    updateWatch();
}

void MonitoringPage::setChosen(const QList<ContainerKey> &keys)
{
    m_automatic = false;
    m_survey.reset();
    m_shown = keys.mid(0, mostShown);
    m_charts->setServicesText(tr("No service is chosen"));
    updateLines();
    updateWatch();
}

void MonitoringPage::updateLines()
{
    QList<ServiceCharts::Line> lines;
    for (const ContainerKey &key : std::as_const(m_shown))
        lines.append({key, nameOf(key)});
    m_charts->setLines(lines);
    m_charts->advance(m_end);
    updateChoiceText();
}

void MonitoringPage::updateChoiceText()
{
    if (m_survey)
        m_choice->setText(tr("Looking for the busiest services…"));
    else if (m_automatic && !m_shown.isEmpty())
        m_choice->setText(tr("The %n busiest services", nullptr, int(m_shown.size())));
    else
        m_choice->setText(tr("%n services chosen", nullptr, int(m_shown.size())));
}

void MonitoringPage::updateWatch()
{
    if (!m_live || !isVisible()) {
        m_watch.reset();
        return;
    }
    if (!m_watch) {
        m_watch = m_control.stats.watch();
        m_sinceTick.start();
        connect(m_watch.get(), &control::StatsWatch::sampled, this, &MonitoringPage::onSampled);
    }
    const QList<HostId> hosts = hostsInScope(true);
    const QList<ContainerKey> keys = m_survey ? runningInScope() + m_shown : m_shown;
    m_watch->setHosts(QSet<HostId>(hosts.cbegin(), hosts.cend()));
    m_watch->setContainers(QSet<ContainerKey>(keys.cbegin(), keys.cend()));
}

void MonitoringPage::onSampled(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts)
{
    // Where nothing was measured the axis goes on, and the gap is seen.
    QDateTime end = containers.isEmpty() && hosts.isEmpty() ? m_end.addMSecs(m_sinceTick.elapsed()) : m_end;
    m_sinceTick.start();
    for (const model::ContainerSample &sample : containers)
        end = std::max(end, sample.at);
    for (const model::HostSample &sample : hosts)
        end = std::max(end, sample.at);
    m_end = end;
    m_charts->add(containers, hosts);
    if (m_survey) {
        m_survey->add(containers);
        if (m_survey->ticks() >= surveyTicks) {
            m_shown = m_survey->busiest(shownByItself);
            m_survey.reset();
            updateLines();
            updateWatch();
        }
    }
    if (!paused())
        m_charts->advance(m_end);
}

void MonitoringPage::openPicker()
{
    QList<ServicePicker::Entry> entries;
    const QList<ContainerKey> running = runningInScope();
    for (const ContainerKey &key : running) {
        const std::optional<model::Container> container = m_control.fleet.container(key);
        if (container)
            entries.append({key, nameOf(key), container->project});
    }
    std::sort(entries.begin(), entries.end(), [](const ServicePicker::Entry &a, const ServicePicker::Entry &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    auto *picker = new ServicePicker(entries, m_shown, mostShown, window());
    connect(picker, &ServicePicker::chosen, this, &MonitoringPage::setChosen);
    connect(picker, &ServicePicker::busiestAsked, this, [this] {
        m_shown.clear();
        chooseBusiest();
    });
    picker->open();
}

} // namespace mediahelm::ui
