// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/gathering/gathering.h"

using namespace std::chrono_literals;

namespace mediahelm::control {

namespace {

// Beyond what ssh takes to give up a host that is silent.
constexpr auto longest = 30s;

bool hasFailed(const model::ConnectionState &state)
{
    using P = model::ConnectionPhase;
    return state.problem != model::ConnectionProblem::none
        || (state.phase != P::connecting && state.phase != P::connected);
}

} // namespace

bool isOnThisMachine(const model::EngineAddress &address)
{
    using Kind = model::EngineAddress::Kind;
    return address.kind() == Kind::local || address.kind() == Kind::unixSocket;
}

Gathering::Gathering(Fleet &fleet, Hosts hosts, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_which(hosts)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(longest);
}

QList<HostStatus> Gathering::hosts() const
{
    QList<HostStatus> all = m_fleet.hosts();
    if (m_which == Hosts::thisMachine)
        all.removeIf([](const HostStatus &host) { return !isOnThisMachine(host.profile.address); });
    return all;
}

void Gathering::start()
{
    connect(&m_fleet, &Fleet::hostChanged, this, &Gathering::look);
    connect(&m_fleet, &Fleet::hostListed, this, &Gathering::look);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const QList<HostStatus> hosts = this->hosts();
        for (HostStatus host : hosts) {
            if (m_fleet.listed(host.profile.id) || m_failed.contains(host.profile.id))
                continue;
            host.connection.problem = model::ConnectionProblem::timeout;
            m_failed.insert(host.profile.id, host);
        }
        look();
    });
    m_deadline.start();
    look();
}

void Gathering::look()
{
    if (m_done)
        return;
    bool waiting = false;
    const QList<HostStatus> hosts = this->hosts();
    for (const HostStatus &host : hosts) {
        if (m_failed.contains(host.profile.id) || m_fleet.listed(host.profile.id))
            continue;
        if (hasFailed(host.connection))
            m_failed.insert(host.profile.id, host);
        else
            waiting = true;
    }
    if (waiting)
        return;
    m_done = true;
    m_deadline.stop();
    Q_EMIT done();
}

QList<HostContainers> Gathering::containers() const
{
    QList<HostContainers> all;
    const QList<HostStatus> hosts = this->hosts();
    for (const HostStatus &host : hosts) {
        if (!m_failed.contains(host.profile.id))
            all.append({host.profile.id, m_fleet.containers(host.profile.id)});
    }
    return all;
}

QList<HostStatus> Gathering::failed() const
{
    QList<HostStatus> all;
    const QList<HostStatus> hosts = this->hosts();
    for (const HostStatus &host : hosts) {
        if (const auto found = m_failed.constFind(host.profile.id); found != m_failed.cend())
            all.append(*found);
    }
    return all;
}

} // namespace mediahelm::control
