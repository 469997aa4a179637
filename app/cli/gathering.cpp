// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gathering.h"

#include "app/cli/inert_text.h"
#include "core/model/remedy.h"

using namespace std::chrono_literals;

namespace mediahelm::app {

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

Gathering::Gathering(control::Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(longest);
}

void Gathering::start()
{
    connect(&m_fleet, &control::Fleet::hostChanged, this, &Gathering::look);
    connect(&m_fleet, &control::Fleet::hostListed, this, &Gathering::look);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const QList<control::HostStatus> hosts = m_fleet.hosts();
        for (control::HostStatus host : hosts) {
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
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &host : hosts) {
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
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &host : hosts) {
        if (!m_failed.contains(host.profile.id))
            all.append({host.profile.id, m_fleet.containers(host.profile.id)});
    }
    return all;
}

QList<control::HostStatus> Gathering::failed() const
{
    QList<control::HostStatus> all;
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &host : hosts) {
        if (const auto found = m_failed.constFind(host.profile.id); found != m_failed.cend())
            all.append(*found);
    }
    return all;
}

QString problemWords(const control::HostStatus &host)
{
    using namespace model;
    const ConnectionProblem problem =
        host.connection.problem == ConnectionProblem::none ? ConnectionProblem::unreachable : host.connection.problem;
    QString words =
        QStringLiteral("%1 (%2): %3")
            .arg(host.profile.id.text(), host.profile.address.text(), QString::fromUtf8(problemText(problem)));
    if (!host.connection.detail.isEmpty())
        words += QStringLiteral(" (%1)").arg(inertWords(host.connection.detail.trimmed()));
    return words + u'\n' + remedyFor(host.profile, problem);
}

} // namespace mediahelm::app
