// SPDX-License-Identifier: GPL-3.0-or-later

// What happens in the table: what is chosen, the menu, the panel, and what stands in its place when it is empty.
#include "ui/services/services_page.h"

#include "core/control/fleet.h"
#include "core/control/host_directory.h"
#include "ui/models/service_filter_model.h"
#include "ui/models/service_model.h"
#include "ui/services/action_rules.h"
#include "ui/services/service_actions.h"
#include "ui/services/service_panel.h"
#include "ui/services/services_view.h"
#include "ui/services/splitter_memory.h"
#include "ui/style/icons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QComboBox>
#include <QMenu>
#include <QStackedWidget>

namespace mediahelm::ui {

using model::ConnectionPhase;
using model::ContainerAction;
using model::ContainerKey;

void ServicesPage::expandNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        if (m_filter->rowCount(parent) == last - first + 1)
            m_view->expand(parent);
        return;
    }
    for (int row = first; row <= last; ++row)
        m_view->expand(m_filter->index(row, 0));
}

QList<ContainerKey> ServicesPage::keysBelow(const QModelIndex &group) const
{
    QList<ContainerKey> keys;
    for (int row = 0; row < m_filter->rowCount(group); ++row)
        keys.append(m_filter->index(row, 0, group).data(ServiceModel::KeyRole).value<ContainerKey>());
    return keys;
}

// A chosen project stands for the services that are shown in it.
QList<ContainerKey> ServicesPage::chosenKeys() const
{
    QList<ContainerKey> keys;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        const bool group = index.data(ServiceModel::IsGroupRole).toBool();
        const QList<ContainerKey> more =
            group ? keysBelow(index) : QList{index.data(ServiceModel::KeyRole).value<ContainerKey>()};
        for (const ContainerKey &key : more) {
            if (!keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

void ServicesPage::onSelectionChanged()
{
    const QList<ContainerKey> keys = chosenKeys();
    m_actions->setChosen(keys);
    if (keys.size() == 1 && m_panel->isVisibleTo(this))
        m_panel->setService(keys.first());
}

void ServicesPage::onDone(ContainerAction action, const QList<ContainerKey> &keys, const QStringList &names)
{
    const auto undo = undoOf(action);
    if (!undo)
        return;
    m_undo = *undo;
    m_undoKeys = keys;
    m_toast->tell(actionDone(action, names), tr("Undo"));
}

void ServicesPage::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<ContainerKey> keys = chosenKeys();
    if (keys.size() == 1) {
        menu->addAction(symbolIcon(QStringLiteral("dock_to_right")), tr("Show details"), this,
                        [this, keys] { openPanel(keys.first()); });
        addLinks(menu);
        menu->addSeparator();
    }
    for (QAction *action : m_actions->all()) {
        if (action == m_actions->action(ContainerAction::remove))
            menu->addSeparator();
        menu->addAction(action);
    }
    m_view->setMenuOpen(true);
    connect(menu, &QMenu::aboutToHide, m_view, [this] { m_view->setMenuOpen(false); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ServicesPage::addLinks(QMenu *menu)
{
    const ContainerKey key = chosenKeys().constFirst();
    const ServiceRow *row = m_model->row(key);
    const auto host = m_control.fleet.host(key.host);
    if (!row || !host)
        return;
    for (const PortLink &link : portLinks(row->container.ports, host->profile.address)) {
        if (link.url)
            menu->addAction(symbolIcon(QStringLiteral("open_in_new")), tr("Open %1").arg(link.url->toDisplayString()),
                            this, [this, url = *link.url] { m_browser(url); });
    }
}

void ServicesPage::showService(const ContainerKey &key)
{
    const QModelIndex source = m_model->indexOf(key);
    if (!source.isValid())
        return;
    if (!m_filter->mapFromSource(source).isValid()) {
        m_search->clear();
        m_states->setCurrentIndex(0);
    }
    const QModelIndex index = m_filter->mapFromSource(source);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    openPanel(key);
}

void ServicesPage::openPanel(const ContainerKey &key)
{
    m_panel->setService(key);
    if (m_panel->isVisibleTo(this))
        return;
    m_panel->setVisible(true);
    m_division->restore();
}

void ServicesPage::closePanel()
{
    m_panel->setVisible(false);
    m_view->setFocus();
}

ServicesPage::Empty ServicesPage::emptiness() const
{
    if (m_filter->rowCount() > 0)
        return Empty::no;
    if (m_filter->narrowed() && m_model->containerCount() > 0)
        return Empty::noMatch;
    QList<control::HostStatus> hosts = m_control.fleet.hosts();
    if (hosts.isEmpty())
        return Empty::noHost;
    hosts.erase(
        std::remove_if(hosts.begin(), hosts.end(),
                       [this](const control::HostStatus &status) { return m_host && status.profile.id != *m_host; }),
        hosts.end());
    const auto any = [&hosts](auto predicate) { return std::any_of(hosts.begin(), hosts.end(), predicate); };
    if (any([this](const control::HostStatus &s) {
            return m_control.fleet.listed(s.profile.id) && !s.connection.stale();
        }))
        return Empty::noContainers;
    if (any([](const control::HostStatus &s) {
            return s.connection.phase == ConnectionPhase::connecting
                || s.connection.phase == ConnectionPhase::connected;
        }))
        return Empty::connecting;
    return Empty::notConnected;
}

void ServicesPage::updateEmpty()
{
    m_emptiness = emptiness();
    m_stack->setCurrentIndex(m_emptiness == Empty::no ? 0 : 1);
    const QString name = m_host ? m_host->text() : tr("the hosts");
    switch (m_emptiness) {
    case Empty::no: break;
    case Empty::noHost:
        m_empty->setContent(QStringLiteral("dns"), tr("No hosts yet"),
                            tr("Add the machine that runs your services: this one, or another over SSH."),
                            tr("Add host"));
        break;
    case Empty::connecting:
        m_empty->setContent(QStringLiteral("sync"), tr("Connecting to %1").arg(name),
                            tr("The services appear as soon as the engine answers."));
        break;
    case Empty::notConnected:
        m_empty->setContent(QStringLiteral("cloud_off"), tr("Not connected to %1").arg(name),
                            tr("Its services have not been seen yet."), tr("Show hosts"));
        break;
    case Empty::noContainers:
        m_empty->setContent(QStringLiteral("deployed_code"), tr("No containers"),
                            tr("The engine runs and has none. Containers appear here as soon as they are created, "
                               "whoever creates them."),
                            tr("Add another host"));
        break;
    case Empty::noMatch:
        m_empty->setContent(QStringLiteral("search"),
                            m_filter->search().isEmpty() ? tr("No service is in this state")
                                                         : tr("No results for \u201c%1\u201d").arg(m_filter->search()),
                            tr("The search looks at name, project, host, image, state, ports and id."),
                            tr("Show all services"));
        break;
    }
}

void ServicesPage::onEmptyButton()
{
    switch (m_emptiness) {
    case Empty::noHost:
    case Empty::noContainers: Q_EMIT addHostRequested(); break;
    case Empty::notConnected: Q_EMIT hostsRequested(); break;
    case Empty::noMatch:
        m_search->clear();
        m_states->setCurrentIndex(0);
        m_search->setFocus();
        break;
    default: break;
    }
}

} // namespace mediahelm::ui
