// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/connection_notice.h"

#include "core/control/fleet.h"
#include "core/control/host_directory.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"

#include <QVBoxLayout>

namespace mediahelm::ui {

using control::Fleet;
using control::HostStatus;
using model::ConnectionPhase;

ConnectionNotice::ConnectionNotice(const control::Control &control, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_clock(clock)
    , m_bar(new MessageBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    m_bar->setDismissible(false);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &ConnectionNotice::refresh);
    connect(m_bar, &MessageBar::actionTriggered, this, &ConnectionNotice::act);
    connect(&m_control.fleet, &Fleet::hostChanged, this, &ConnectionNotice::refresh);
    connect(&m_control.fleet, &Fleet::hostAdded, this, &ConnectionNotice::refresh);
    connect(&m_control.fleet, &Fleet::hostRemoved, this, &ConnectionNotice::refresh);
    refresh();
}

void ConnectionNotice::setHost(const std::optional<base::HostId> &host)
{
    m_host = host;
    refresh();
}

void ConnectionNotice::refresh()
{
    QList<HostStatus> lost;
    for (const HostStatus &status : m_control.fleet.hosts()) {
        const bool asked = !m_host || status.profile.id == *m_host;
        const bool first =
            status.connection.phase == ConnectionPhase::connecting && !m_control.fleet.listed(status.profile.id);
        if (asked && status.connection.stale() && !first)
            lost.append(status);
    }
    setVisible(!lost.isEmpty());
    if (lost.isEmpty()) {
        m_told.clear();
        m_tick.stop();
        m_bar->withdraw();
        return;
    }
    m_only = lost.size() == 1 ? std::optional(lost.first().profile.id) : std::nullopt;
    QString headline;
    QString text;
    QString state;
    if (m_only) {
        const model::ConnectionState &connection = lost.first().connection;
        headline = tr("%1: %2", "host, connection").arg(m_only->text(), connectionText(connection, m_clock.utcNow()));
        text = connection.phase == ConnectionPhase::stopped
            ? remedySentence(connection.problem)
            : (problemSentence(connection.problem) + QLatin1Char(' ') + remedySentence(connection.problem)).trimmed();
        state = m_only->text() + model::phaseName(connection.phase) + model::problemName(connection.problem);
    } else {
        QStringList names;
        for (const HostStatus &status : lost)
            names.append(status.profile.id.text());
        headline = tr("%n hosts are not connected", nullptr, static_cast<int>(lost.size()));
        text = names.join(QStringLiteral(", "));
        state = text;
    }
    if (state != m_told) {
        m_told = state;
        m_bar->setAction(m_only ? tr("Connect now") : tr("Show hosts"));
        m_bar->tell(m_only && lost.first().connection.phase == ConnectionPhase::stopped ? Tone::bad : Tone::warning,
                    headline, text, m_only ? lost.first().connection.detail : QString());
    } else {
        m_bar->setHeadline(headline);
    }
    if (isVisible() && !m_tick.isActive())
        m_tick.start();
}

void ConnectionNotice::act()
{
    if (!m_only) {
        Q_EMIT hostsRequested();
        return;
    }
    if (const base::Status status = m_control.hosts.connectNow(*m_only); !status)
        Q_EMIT hostsRequested();
}

} // namespace mediahelm::ui
