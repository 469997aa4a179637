// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "core/control/host_directory.h"
#include "ui/overview/fleet_problems.h"
#include "ui/overview/host_summary_card.h"
#include "ui/overview/problem_card.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/card_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_parts.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using base::HostId;
using model::ContainerKey;

namespace {

constexpr int leastCardWidth = 380; // with letters of the usual size
constexpr int leastCardColumns = 58;
// Changes come at most 20 times a second; a page of cards need not follow each.
constexpr int refreshDelayMs = 150;

template<typename Key, typename Widget>
void dropOthers(QHash<Key, Widget *> &cards, const QList<QWidget *> &kept)
{
    for (auto it = cards.begin(); it != cards.end();) {
        if (kept.contains(it.value())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = cards.erase(it);
    }
}

} // namespace

OverviewPage::OverviewPage(const control::Control &control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
{
    build();
    connectFleet();
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshDelayMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, &OverviewPage::refresh);
    m_clockTimer.setInterval(1000);
    connect(&m_clockTimer, &QTimer::timeout, this, &OverviewPage::refreshTimes);
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, 0, 0);
    layout->setSpacing(space::medium);
    makePageHead(tr("Overview"), layout);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);

    auto *filled = new QWidget(m_stack);
    auto *filledLayout = new QVBoxLayout(filled);
    filledLayout->setContentsMargins(0, 0, space::huge, space::large);
    QVBoxLayout *content = makeScrolling(filledLayout);
    m_calm = new Card(filled);
    auto *calm = new QHBoxLayout(m_calm);
    calm->setContentsMargins(space::large, space::large, space::large, space::large);
    calm->setSpacing(space::medium);
    m_calmSymbol = new SymbolLabel(QStringLiteral("check_circle-fill"), Tone::good, m_calm);
    m_calmSymbol->setScale(2);
    calm->addWidget(m_calmSymbol);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_calmTitle = makeText(TextRole::heading, {}, m_calm);
    m_calmText = makeText(TextRole::caption, {}, m_calm, true);
    words->addWidget(m_calmTitle);
    words->addWidget(m_calmText);
    calm->addLayout(words, 1);
    content->addWidget(m_calm);
    const int least = std::max(leastCardWidth, fontMetrics().averageCharWidth() * leastCardColumns);
    m_problemHeading = makeText(TextRole::heading, {}, filled);
    content->addWidget(m_problemHeading);
    m_problemGrid = new CardGrid(least, 2, filled);
    content->addWidget(m_problemGrid);
    content->addSpacing(space::small);
    content->addWidget(makeText(TextRole::heading, tr("Hosts"), filled));
    m_hostGrid = new CardGrid(least, 3, filled);
    content->addWidget(m_hostGrid);
    content->addStretch(1); // takes what the cards do not need, though they could grow
    m_stack->addWidget(filled);

    auto *empty = new EmptyState(m_stack);
    empty->setNoHosts();
    connect(empty, &EmptyState::activated, this, &OverviewPage::addHostAsked);
    m_stack->addWidget(empty);
}

void OverviewPage::connectFleet()
{
    control::Fleet &fleet = m_control.fleet;
    connect(&fleet, &control::Fleet::hostAdded, this, &OverviewPage::refreshSoon);
    connect(&fleet, &control::Fleet::hostRemoved, this, &OverviewPage::refreshSoon);
    connect(&fleet, &control::Fleet::hostChanged, this, &OverviewPage::refreshSoon);
    connect(&fleet, &control::Fleet::hostListed, this, &OverviewPage::refreshSoon);
    connect(&fleet, &control::Fleet::containersChanged, this, &OverviewPage::refreshSoon);
    connect(&m_control.operations, &control::ServiceOperations::started, this, &OverviewPage::onOperation);
    connect(&m_control.operations, &control::ServiceOperations::finished, this, &OverviewPage::onOperation);
}

void OverviewPage::setScope(const std::optional<HostId> &host)
{
    if (host == m_scope)
        return;
    m_scope = host;
    m_stale = true;
    if (isVisible())
        refresh();
}

void OverviewPage::setLive(bool live)
{
    m_live = live;
    updateWatch();
    if (m_live && m_stale && isVisible())
        refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    updateWatch();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateWatch();
}

void OverviewPage::refreshSoon()
{
    m_stale = true;
    if (isVisible() && m_live && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void OverviewPage::refresh()
{
    m_stale = false;
    m_stack->setCurrentIndex(m_control.fleet.hosts().isEmpty() ? 1 : 0);
    refreshProblems();
    refreshHosts();
    updateWatch();
}

void OverviewPage::refreshProblems()
{
    const QList<FleetProblem> problems = fleetProblems(m_control.fleet, m_scope, QDateTime::currentDateTimeUtc());
    QList<QWidget *> cards;
    for (const FleetProblem &problem : problems) {
        const std::optional<control::HostStatus> status = m_control.fleet.host(problem.host);
        if (!status)
            continue;
        cards.append(problem.service ? serviceProblem(problem.host, *problem.service) : hostProblem(*status));
    }
    m_problemGrid->setCards(cards);
    dropOthers(m_hostProblems, cards);
    dropOthers(m_serviceProblems, cards);
    m_inspected.removeIf([this](const auto &each) { return !m_serviceProblems.contains(each.key()); });
    refreshSummary(problems.size());
}

void OverviewPage::refreshSummary(qsizetype problems)
{
    int hosts = 0;
    int services = 0;
    bool waiting = false;
    const QList<control::HostStatus> all = m_control.fleet.hosts();
    for (const control::HostStatus &status : all) {
        if (m_scope && *m_scope != status.profile.id)
            continue;
        ++hosts;
        services += int(m_control.fleet.containers(status.profile.id).size());
        waiting = waiting || status.connection.phase == model::ConnectionPhase::connecting
            || (!status.connection.stale() && !m_control.fleet.listed(status.profile.id));
    }
    m_calm->setVisible(problems == 0);
    m_problemHeading->setVisible(problems > 0);
    m_problemHeading->setText(tr("%n things need attention", nullptr, int(problems)));
    m_calmSymbol->setSymbol(waiting ? QStringLiteral("sync") : QStringLiteral("check_circle-fill"),
                            waiting ? Tone::info : Tone::good);
    m_calmTitle->setText(waiting ? tr("Connecting…") : tr("Everything runs as it should"));
    const QString onHosts = tr("%n hosts", nullptr, hosts);
    m_calmText->setText(tr("%n services on %1", nullptr, services).arg(onHosts));
}

QWidget *OverviewPage::hostProblem(const control::HostStatus &status)
{
    HostProblemCard *&card = m_hostProblems[status.profile.id];
    if (!card) {
        card = new HostProblemCard(status.profile.id, m_problemGrid);
        connect(card, &HostProblemCard::showAsked, this, &OverviewPage::hostAsked);
        connect(card, &HostProblemCard::tryAsked, this, [this](const HostId &host) {
            // A failure shows in the host's state, which this card tells.
            (void)m_control.hosts.connectNow(host);
        });
    }
    card->setStatus(status);
    return card;
}

QWidget *OverviewPage::serviceProblem(const HostId &host, const model::Container &container)
{
    const ContainerKey key{host, container.id};
    ServiceProblemCard *&card = m_serviceProblems[key];
    if (!card) {
        card = new ServiceProblemCard(key, m_problemGrid);
        connect(card, &ServiceProblemCard::openAsked, this, &OverviewPage::serviceAsked);
        connect(card, &ServiceProblemCard::actionAsked, this, &OverviewPage::act);
    }
    card->setContainer(container, !m_scope && m_control.fleet.hosts().size() > 1);
    if (const std::optional<control::Operation> running = m_control.operations.running(key))
        card->setBusy(running->action);
    inspectIfNew(key, container);
    return card;
}

void OverviewPage::inspectIfNew(const ContainerKey &key, const model::Container &container)
{
    if (container.health != model::Health::unhealthy || m_inspected.value(key) == container)
        return;
    m_inspected.insert(key, container);
    m_control.fleet.inspect(key).then(this, [this, key](const base::Result<model::ContainerDetail> &detail) {
        ServiceProblemCard *card = m_serviceProblems.value(key);
        if (card && detail)
            card->setProbeOutput(lastFailedProbe(*detail));
    });
}

void OverviewPage::act(const ContainerKey &key, model::ContainerAction action)
{
    m_control.operations.perform(key, action, {}).then(this, [this, key, action](const base::Result<void> &result) {
        ServiceProblemCard *card = m_serviceProblems.value(key);
        if (!card)
            return;
        const std::optional<model::Container> container = m_control.fleet.container(key);
        const QString name = container ? container->displayName() : key.id.text().left(12);
        card->setFailure(result ? QString() : wordsFor(result.error(), action, name).oneLine());
    });
}

void OverviewPage::onOperation(const control::Operation &operation)
{
    if (ServiceProblemCard *card = m_serviceProblems.value(operation.key))
        card->setBusy(operation.finished ? std::nullopt : std::optional(operation.action));
}

void OverviewPage::refreshHosts()
{
    QList<QWidget *> cards;
    const QList<control::HostStatus> all = m_control.fleet.hosts();
    for (const control::HostStatus &status : all) {
        const HostId id = status.profile.id;
        if (m_scope && *m_scope != id)
            continue;
        HostSummaryCard *&card = m_summaries[id];
        if (!card)
            card = new HostSummaryCard(id, m_hostGrid);
        card->setStatus(status, m_control.fleet.containers(id), m_control.fleet.listed(id));
        cards.append(card);
    }
    m_hostGrid->setCards(cards);
    dropOthers(m_summaries, cards);
}

void OverviewPage::refreshTimes()
{
    for (HostProblemCard *card : std::as_const(m_hostProblems))
        card->refreshTimes();
    for (ServiceProblemCard *card : std::as_const(m_serviceProblems)) {
        card->refreshTimes();
        if (card->isOver())
            refreshSoon();
    }
}

void OverviewPage::updateWatch()
{
    const bool wanted = m_live && isVisible();
    if (wanted != m_clockTimer.isActive())
        wanted ? m_clockTimer.start() : m_clockTimer.stop();
    if (!wanted) {
        m_watch.reset();
        return;
    }
    if (!m_watch) {
        m_watch = m_control.stats.watch();
        connect(m_watch.get(), &control::StatsWatch::sampled, this,
                [this](const QList<model::ContainerSample> &, const QList<model::HostSample> &hosts) {
                    for (const model::HostSample &sample : hosts) {
                        if (HostSummaryCard *card = m_summaries.value(sample.host))
                            card->setSample(sample);
                    }
                });
    }
    const QList<HostId> shown = m_summaries.keys();
    m_watch->setHosts(QSet<HostId>(shown.cbegin(), shown.cend()));
}

} // namespace mediahelm::ui
