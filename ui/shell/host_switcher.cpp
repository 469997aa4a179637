// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/host_switcher.h"

#include "ui/style/icons.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"

namespace mediahelm::ui {

using base::HostId;

HostSwitcher::HostSwitcher(control::Fleet &fleet, QWidget *parent)
    : QComboBox(parent)
    , m_fleet(fleet)
{
    setAccessibleName(tr("Host"));
    setToolTip(tr("Which host the pages show"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    guardWheel(this);
    connect(&fleet, &control::Fleet::hostAdded, this, &HostSwitcher::refill);
    connect(&fleet, &control::Fleet::hostRemoved, this, &HostSwitcher::refill);
    connect(&fleet, &control::Fleet::hostChanged, this, &HostSwitcher::refreshHost);
    connect(this, &QComboBox::activated, this, &HostSwitcher::onActivated);
    refill();
}

void HostSwitcher::refill()
{
    clear();
    addItem(symbolIcon(QStringLiteral("stacks")), tr("All hosts"));
    const QList<control::HostStatus> all = m_fleet.hosts();
    for (const control::HostStatus &status : all) {
        addItem(status.profile.id.text(), status.profile.id.text());
        refreshHost(status.profile.id);
    }
    if (m_scope && !m_fleet.host(*m_scope))
        apply(std::nullopt);
    setCurrentIndex(m_scope ? findData(m_scope->text()) : 0);
}

void HostSwitcher::refreshHost(const HostId &host)
{
    const int index = findData(host.text());
    const std::optional<control::HostStatus> status = m_fleet.host(host);
    if (index < 0 || !status)
        return;
    const model::ConnectionPhase phase = status->connection.phase;
    const bool connected = phase == model::ConnectionPhase::connected;
    const QString text = connected ? host.text() : tr("%1 (%2)", "host, state").arg(host.text(), phaseWord(phase));
    if (itemText(index) == text)
        return;
    setItemText(index, text);
    setItemIcon(index, symbolIcon(phaseIcon(phase), phaseTone(phase)));
}

void HostSwitcher::onActivated(int index)
{
    const QString name = itemData(index).toString();
    const base::Result<HostId> host = HostId::parse(name);
    apply(host ? std::optional(*host) : std::nullopt);
}

void HostSwitcher::setScope(const std::optional<HostId> &host)
{
    const bool known = host && m_fleet.host(*host);
    apply(known ? host : std::nullopt);
    setCurrentIndex(m_scope ? findData(m_scope->text()) : 0);
}

void HostSwitcher::apply(const std::optional<HostId> &host)
{
    if (host == m_scope)
        return;
    m_scope = host;
    Q_EMIT scopeChanged(host);
}

} // namespace mediahelm::ui
