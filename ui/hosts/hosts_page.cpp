// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hosts_page.h"

#include "core/control/host_directory.h"
#include "ui/hosts/host_card.h"
#include "ui/hosts/host_dialog.h"
#include "ui/hosts/remove_host_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using base::HostId;

HostsPage::HostsPage(control::Fleet &fleet, control::HostDirectory &hosts, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_hosts(hosts)
{
    build();
    connect(&fleet, &control::Fleet::hostAdded, this, &HostsPage::onHostAdded);
    connect(&fleet, &control::Fleet::hostRemoved, this, &HostsPage::onHostRemoved);
    connect(&fleet, &control::Fleet::hostChanged, this, &HostsPage::refresh);
    connect(&fleet, &control::Fleet::hostListed, this, &HostsPage::refresh);
    connect(&fleet, &control::Fleet::containersChanged, this, [this](const HostId &host) { refresh(host); });
    const QList<control::HostStatus> all = fleet.hosts();
    for (const control::HostStatus &status : all)
        onHostAdded(status.profile.id);
    m_stack->setCurrentIndex(m_cards.isEmpty() ? 1 : 0);
}

void HostsPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, 0, 0);
    layout->setSpacing(space::medium);
    QHBoxLayout *head = makePageHead(tr("Hosts"), layout);
    auto *add = new QPushButton(symbolIcon(QStringLiteral("add")), tr("Add host…"), this);
    head->addWidget(add);
    connect(add, &QPushButton::clicked, this, &HostsPage::addHost);

    m_failure = new MessageBar(this);
    layout->addWidget(m_failure);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);
    auto *filled = new QWidget(m_stack);
    auto *filledLayout = new QVBoxLayout(filled);
    filledLayout->setContentsMargins(0, 0, space::huge, space::large);
    m_list = makeScrolling(filledLayout);
    m_list->addStretch();
    m_stack->addWidget(filled);

    auto *empty = new EmptyState(m_stack);
    empty->setNoHosts();
    connect(empty, &EmptyState::activated, this, &HostsPage::addHost);
    m_stack->addWidget(empty);
}

HostCard *HostsPage::card(const HostId &host) const
{
    const auto it =
        std::find_if(m_cards.cbegin(), m_cards.cend(), [&host](const HostCard *c) { return c->hostId() == host; });
    return it == m_cards.cend() ? nullptr : *it;
}

void HostsPage::onHostAdded(const HostId &host)
{
    if (card(host))
        return;
    auto *added = new HostCard(host, this);
    m_cards.append(added);
    connect(added, &HostCard::editAsked, this, &HostsPage::editHost);
    connect(added, &HostCard::removeAsked, this, &HostsPage::removeHost);
    connect(added, &HostCard::connectAsked, this, [this](const HostId &id) {
        if (const base::Status status = m_hosts.connectNow(id); !status)
            showFailure(status.error(), tr("Could not connect %1").arg(id.text()));
    });
    connect(added, &HostCard::disconnectAsked, this, [this](const HostId &id) {
        if (const base::Status status = m_hosts.disconnect(id); !status)
            showFailure(status.error(), tr("Could not disconnect %1").arg(id.text()));
    });
    reorder();
    refresh(host);
    m_stack->setCurrentIndex(0);
}

void HostsPage::onHostRemoved(const HostId &host)
{
    if (HostCard *gone = card(host)) {
        m_cards.removeOne(gone);
        gone->hide();
        gone->deleteLater();
    }
    m_stack->setCurrentIndex(m_cards.isEmpty() ? 1 : 0);
}

void HostsPage::reorder()
{
    int row = 0;
    const QList<control::HostStatus> all = m_fleet.hosts();
    for (const control::HostStatus &status : all) {
        if (HostCard *placed = card(status.profile.id))
            m_list->insertWidget(row++, placed);
    }
    for (qsizetype i = 1; i < m_cards.size(); ++i)
        setTabOrder(m_cards.at(i - 1), m_cards.at(i));
}

void HostsPage::refresh(const HostId &host)
{
    HostCard *shown = card(host);
    const std::optional<control::HostStatus> status = m_fleet.host(host);
    if (!shown || !status)
        return;
    const QList<model::Container> containers = m_fleet.containers(host);
    const auto running = std::count_if(containers.cbegin(), containers.cend(), [](const model::Container &container) {
        return container.state == model::ContainerState::running;
    });
    shown->setStatus(*status, int(containers.size()), int(running), m_fleet.listed(host));
}

void HostsPage::addHost()
{
    auto *dialog = new HostDialog(m_fleet, m_hosts, std::nullopt, window());
    connect(dialog, &HostDialog::saved, this,
            [this](const HostId &id) { Q_EMIT notice(tr("Added %1").arg(id.text())); });
    dialog->open();
}

void HostsPage::editHost(const HostId &host)
{
    const std::optional<control::HostStatus> status = m_fleet.host(host);
    if (!status)
        return;
    auto *dialog = new HostDialog(m_fleet, m_hosts, status->profile, window());
    connect(dialog, &HostDialog::saved, this,
            [this](const HostId &id) { Q_EMIT notice(tr("Saved %1").arg(id.text())); });
    dialog->open();
}

void HostsPage::removeHost(const HostId &host)
{
    auto *dialog = new RemoveHostDialog(host, int(m_fleet.containers(host).size()), window());
    connect(dialog, &RemoveHostDialog::confirmed, this, [this, host] {
        if (const base::Status status = m_hosts.remove(host); !status)
            showFailure(status.error(), tr("Could not remove %1").arg(host.text()));
        else
            Q_EMIT notice(tr("Removed %1 from the list").arg(host.text()));
    });
    dialog->open();
}

void HostsPage::showFailure(const base::Error &error, const QString &headline)
{
    m_failure->tell(wordsFor(error, headline));
}

} // namespace mediahelm::ui
