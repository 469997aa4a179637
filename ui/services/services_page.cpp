// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/services_page.h"

#include "core/control/fleet.h"
#include "core/settings/ui_state.h"
#include "ui/models/service_feed.h"
#include "ui/models/service_filter_model.h"
#include "ui/models/service_model.h"
#include "ui/services/action_row.h"
#include "ui/services/action_rules.h"
#include "ui/services/service_actions.h"
#include "ui/services/service_panel.h"
#include "ui/services/services_view.h"
#include "ui/services/splitter_memory.h"
#include "ui/services/state_news.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/sight.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>

namespace mediahelm::ui {

using control::Fleet;
using model::ContainerKey;

namespace {

const QString columnsKey = QStringLiteral("services.columns");
const QString belowKey = QStringLiteral("services.panel.isBelow");

QList<PortLink> linksOf(const ServiceModel &model, const Fleet &fleet, const ContainerKey &key)
{
    const ServiceRow *row = model.row(key);
    const auto host = fleet.host(key.host);
    return row && host ? portLinks(row->container.ports, host->profile.address) : QList<PortLink>();
}

} // namespace

ServicesPage::ServicesPage(const control::Control &control, const base::Clock &clock, settings::UiState &state,
                           QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_state(state)
    , m_browser([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_model(new ServiceModel(clock, this))
    , m_feed(new ServiceFeed(control, *m_model, this))
    , m_filter(new ServiceFilterModel(this))
    , m_actions(new ServiceActions(control, *m_model, this))
    , m_search(new SearchField(tr("Search services"), this))
    , m_states(new QComboBox(this))
    , m_message(new MessageBar(this))
    , m_view(new ServicesView(
          [this](const QModelIndex &index) {
              return linksOf(*m_model, m_control.fleet, index.data(ServiceModel::KeyRole).value<ContainerKey>());
          },
          this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_division(new SplitterMemory(m_splitter, state, QStringLiteral("services.panel"), 0.5))
    , m_panel(new ServicePanel(control, clock, state, this))
    , m_toast(new Toast(this))
    , m_sight(std::make_unique<Sight>(this))
{
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(makeHead());
    layout->addWidget(m_message);
    layout->addWidget(makeBody(), 1);
    connectTable();
    connectActions();
    restoreState();
    connect(m_sight.get(), &Sight::changed, this, &ServicesPage::updateActive);
    m_view->expandAll();
    updateEmpty();
}

ServicesPage::~ServicesPage() = default;

QWidget *ServicesPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Services"), head);
    title->setFont(titleFont(font()));
    m_search->setObjectName(QStringLiteral("services.search"));
    m_search->setMaximumWidth(320);
    m_states->setAccessibleName(tr("Which states"));
    m_states->addItem(tr("All states"));
    m_states->addItem(tr("Running"));
    m_states->addItem(tr("With problems"));
    m_states->addItem(tr("Stopped"));

    auto *first = new QHBoxLayout;
    first->addWidget(title);
    first->addStretch();
    first->addWidget(m_search, 1);
    first->addWidget(m_states);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(first);
    rows->addWidget(new ActionRow(m_actions->all(), head));
    return head;
}

QWidget *ServicesPage::makeBody()
{
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 4, 2, 4);
    inside->addWidget(m_view);
    m_stack->addWidget(card);
    m_stack->addWidget(m_empty);
    m_stack->setMinimumWidth(260);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_panel->setVisible(false);
    return m_splitter;
}

void ServicesPage::connectTable()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        m_view->expandAll();
        updateEmpty();
    });
    connect(m_search, &SearchField::left, m_view, [this] { m_view->setFocus(); });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setStates(static_cast<ServiceFilterModel::States>(index));
        updateEmpty();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ServicesPage::expandNew);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ServicesPage::updateEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ServicesPage::updateEmpty);
    connect(&m_control.fleet, &Fleet::hostAdded, this, &ServicesPage::updateEmpty);
    connect(&m_control.fleet, &Fleet::hostRemoved, this, &ServicesPage::updateEmpty);
    connect(&m_control.fleet, &Fleet::hostChanged, this, &ServicesPage::updateEmpty);
    connect(&m_control.fleet, &Fleet::hostListed, this, &ServicesPage::updateEmpty);
    connect(m_empty, &EmptyState::activated, this, &ServicesPage::onEmptyButton);
    connect(m_view, &ServicesView::heldChanged, this, [this](bool held) {
        m_filter->setHeld(held);
        m_model->setHeld(held);
    });
    connect(m_view, &ServicesView::linkActivated, this, [this](const QUrl &url) { m_browser(url); });
    connect(m_view, &ServicesView::openRequested, this,
            [this](const QModelIndex &index) { openPanel(index.data(ServiceModel::KeyRole).value<ContainerKey>()); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ServicesPage::openMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ServicesPage::onSelectionChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from) {
        if (from.column() <= ServiceModel::State)
            m_actions->setChosen(chosenKeys());
    });
}

void ServicesPage::connectActions()
{
    for (QAction *action : m_actions->all())
        m_view->addAction(action);
    connect(m_actions, &ServiceActions::done, this, &ServicesPage::onDone);
    connect(m_actions, &ServiceActions::failed, this, [this](const ErrorWords &words) { m_message->tell(words); });
    connect(m_toast, &Toast::actionTriggered, this, [this] { m_actions->perform(m_undo, m_undoKeys, {}); });
    connect(m_panel, &ServicePanel::closeRequested, this, &ServicesPage::closePanel);
    connect(m_panel, &ServicePanel::orientationRequested, this, &ServicesPage::turnPanel);
    connect(m_panel, &ServicePanel::linkActivated, this, [this](const QUrl &url) { m_browser(url); });
}

void ServicesPage::restoreState()
{
    m_view->restoreColumns(m_state.value(columnsKey).toObject());
    connect(m_view, &ServicesView::columnsChanged, this,
            [this] { m_state.setValue(columnsKey, m_view->columnState()); });
    const bool below = m_state.value(belowKey).toBool();
    m_splitter->setOrientation(below ? Qt::Vertical : Qt::Horizontal);
    m_panel->setBelow(below);

    auto *announcer = new Announcer(this);
    auto *news = new StateNews(m_control.fleet, this);
    connect(news, &StateNews::news, announcer, &Announcer::say);
}

void ServicesPage::turnPanel(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
    m_state.setValue(belowKey, orientation == Qt::Vertical);
    m_division->restore();
}

void ServicesPage::setHost(const std::optional<base::HostId> &host)
{
    m_host = host;
    m_filter->setHost(host);
    m_feed->setHost(host);
    m_view->expandAll();
    updateEmpty();
}

void ServicesPage::setBrowser(std::function<void(const QUrl &)> browser)
{
    m_browser = std::move(browser);
}

void ServicesPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QList<QAction *> ServicesPage::pageActions() const
{
    return m_actions->all();
}

void ServicesPage::updateActive()
{
    m_feed->setActive(m_sight->seen());
    m_panel->setActive(m_sight->seen());
}

} // namespace mediahelm::ui
