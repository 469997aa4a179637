// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/service_panel.h"

#include "core/control/fleet.h"
#include "ui/models/service_row.h"
#include "ui/services/facts_pane.h"
#include "ui/services/log_pane.h"
#include "ui/services/port_link.h"
#include "ui/services/splitter_memory.h"
#include "ui/services/usage_pane.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/state_badge.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using control::Fleet;
using model::Container;
using model::ContainerDetail;
using model::ContainerKey;

namespace {

constexpr std::chrono::milliseconds burst{250};
constexpr int mostLinks = 3;

QToolButton *headButton(QWidget *parent, const QString &symbol, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setIcon(quietIcon(symbol));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

ServicePanel::ServicePanel(const control::Control &control, const base::Clock &clock, settings::UiState &state,
                           QWidget *parent)
    : Card(parent)
    , m_control(control)
    , m_title(new ElidedLabel(TextRole::heading, {}, this))
    , m_subtitle(new ElidedLabel(TextRole::caption, {}, this))
    , m_badge(new StateBadge(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new MessageBar(this))
    , m_usage(new UsagePane(control.stats, clock, this))
    , m_log(new LogPane(control.logs, this))
    , m_facts(new FactsPane(this))
    , m_health(new HealthPane(this))
{
    setAccessibleName(tr("Service"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(makeHead());
    layout->addWidget(m_tabs);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Parts of the service"));
    for (const QString &name : {tr("Live"), tr("Details"), tr("Health")})
        m_tabs->addTab(name);
    m_stack->addWidget(makeLive(state));
    m_stack->addWidget(m_facts);
    m_stack->addWidget(m_health);

    m_inspect.setSingleShot(true);
    m_inspect.setInterval(burst);
    connect(&m_inspect, &QTimer::timeout, this, &ServicePanel::inspect);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        updateActive();
    });
    connect(&m_control.fleet, &Fleet::containersChanged, this,
            [this](const base::HostId &host, const model::ContainerChanges &changes) {
                if (!m_key || host != m_key->host)
                    return;
                for (const Container &container : changes.upserted) {
                    if (container.id == m_key->id)
                        refresh();
                    else
                        followSuccessor(container);
                }
                if (changes.removed.contains(m_key->id))
                    refresh();
            });
}

ServicePanel::~ServicePanel() = default;

QSize ServicePanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 28};
}

QSize ServicePanel::minimumSizeHint() const
{
    const int usual = fontMetrics().averageCharWidth() * 46;
    return {std::max(usual, layout()->totalMinimumSize().width()), fontMetrics().height() * 12};
}

QWidget *ServicePanel::makeHead()
{
    auto *head = new QWidget(this);
    m_turn = headButton(head, QStringLiteral("dock_to_bottom"), tr("Show the panel below"));
    QToolButton *close = headButton(head, QStringLiteral("close"), tr("Close the panel"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_title);
    first->addWidget(m_badge);
    first->addStretch();
    first->addWidget(m_turn);
    first->addWidget(close);
    m_links = new QHBoxLayout;
    m_links->setSpacing(space::small);
    m_links->addWidget(m_subtitle, 1);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::tiny);
    rows->addLayout(first);
    rows->addLayout(m_links);
    connect(close, &QToolButton::clicked, this, &ServicePanel::closeRequested);
    connect(m_turn, &QToolButton::clicked, this, [this] {
        setBelow(!m_below);
        Q_EMIT orientationRequested(m_below ? Qt::Vertical : Qt::Horizontal);
    });
    return head;
}

void ServicePanel::setBelow(bool below)
{
    m_below = below;
    m_turn->setIcon(quietIcon(below ? QStringLiteral("dock_to_right") : QStringLiteral("dock_to_bottom")));
    m_turn->setToolTip(below ? tr("Show the panel beside the table") : tr("Show the panel below"));
    m_turn->setAccessibleName(m_turn->toolTip());
}

QWidget *ServicePanel::makeLive(settings::UiState &state)
{
    auto *live = new QSplitter(Qt::Vertical, this);
    auto *charts = new QScrollArea(live); // where the panel is low, they are scrolled, not squeezed
    charts->setWidgetResizable(true);
    charts->setFrameShape(QFrame::NoFrame);
    charts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    charts->setFocusPolicy(Qt::NoFocus);
    charts->viewport()->setAutoFillBackground(false);
    charts->setWidget(m_usage);
    m_usage->setAutoFillBackground(false);
    live->addWidget(charts);
    live->addWidget(m_log);
    live->setChildrenCollapsible(false);
    live->setStretchFactor(0, 0);
    live->setStretchFactor(1, 1);
    m_division = new SplitterMemory(live, state, QStringLiteral("services.live"), 0.47);
    return live;
}

void ServicePanel::setService(const ContainerKey &key)
{
    if (m_key != key) {
        m_key = key;
        m_message->withdraw();
        m_facts->clear();
        m_health->clear();
        inspect();
    }
    refresh();
}

void ServicePanel::refresh()
{
    const std::optional<Container> container = m_control.fleet.container(*m_key);
    if (!container) {
        m_inspect.stop();
        m_badge->setWord(Tone::neutral, QStringLiteral("delete"), tr("Removed"));
        m_usage->setService(*m_key, false);
        return;
    }
    m_shown = *container;
    const QString name = container->displayName();
    m_title->setText(name);
    QStringList about{shortImage(container->image), m_key->host.text()};
    if (!container->project.isEmpty())
        about.prepend(container->project);
    const QString subtitle = about.join(QStringLiteral("  ·  "));
    m_subtitle->setText(subtitle);
    m_subtitle->setToolTip(Qt::convertFromPlainText(subtitle + QLatin1Char('\n') + container->image));
    m_badge->setService(*container);
    setAccessibleName(tr("%1, details", "a service").arg(name));
    updateLinks(*container);
    m_usage->setService(*m_key, container->running());
    m_log->setService(*m_key, name);
    if (isVisible())
        m_inspect.start();
}

void ServicePanel::updateLinks(const Container &container)
{
    while (m_links->count() > 1) {
        QLayoutItem *item = m_links->takeAt(1);
        delete item->widget();
        delete item;
    }
    const auto host = m_control.fleet.host(m_key->host);
    if (!host || !container.running())
        return;
    for (const PortLink &link : portLinks(container.ports, host->profile.address)) {
        if (!link.url || m_links->count() > mostLinks)
            continue;
        auto *button = new QToolButton(this);
        button->setIcon(symbolIcon(QStringLiteral("open_in_new")));
        button->setText(link.text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(tr("Open %1").arg(link.url->toDisplayString()));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QToolButton::clicked, this, [this, url = *link.url] { Q_EMIT linkActivated(url); });
        m_links->addWidget(button);
    }
}

// Recreated by Compose under the same name: the panel goes with the service, not with the old container.
void ServicePanel::followSuccessor(const Container &container)
{
    const bool same = !m_shown.service.isEmpty() && container.project == m_shown.project
        && container.service == m_shown.service && container.number == m_shown.number;
    if (same && !m_control.fleet.container(*m_key))
        setService({m_key->host, container.id});
}

void ServicePanel::inspect()
{
    if (!m_key)
        return;
    m_control.fleet.inspect(*m_key).then(this, [this, asked = *m_key](const base::Result<ContainerDetail> &result) {
        if (m_key == asked)
            setDetail(result);
    });
}

void ServicePanel::setDetail(const base::Result<ContainerDetail> &result)
{
    if (!result) {
        if (result.error().kind != base::ErrorKind::notFound)
            m_message->tell(wordsFor(result.error(), tr("The details of %1 could not be read").arg(m_title->text())));
        return;
    }
    m_message->withdraw();
    m_facts->setDetail(*result);
    m_health->setDetail(*result);
}

void ServicePanel::setActive(bool active)
{
    m_active = active;
    updateActive();
}

void ServicePanel::updateActive()
{
    const bool live = m_active && isVisible() && m_tabs->currentIndex() == Live;
    m_usage->setActive(live);
    m_log->setActive(live);
}

void ServicePanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_division->restore();
    updateActive();
}

void ServicePanel::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    updateActive();
}

void ServicePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        Card::keyPressEvent(event);
}

} // namespace mediahelm::ui
