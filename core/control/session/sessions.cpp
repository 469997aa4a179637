// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/sessions.h"

#include "core/control/session/kept_hosts.h"
#include "core/control/session/live_fleet.h"
#include "core/control/session/live_logs.h"
#include "core/control/session/live_operations.h"
#include "core/control/session/live_stats.h"
#include "core/control/session/question_board.h"
#include "core/control/session/suspend_watch.h"
#include "core/settings/host_profile_store.h"

namespace mediahelm::control {

class Sessions::Parts
{
public:
    Parts(const SessionDependencies &given, const Timings &asked)
        : dependencies(given)
        , timings(asked)
        , around{given.transports, given.questions, given.clock, timings}
        , fleet(around)
        , hosts(given.profiles, fleet, around)
        , operations(fleet, given.clock)
        , logs(fleet)
        , stats(fleet, given.clock, timings)
        , suspend(given.clock, timings.suspendCheck)
    {
        fleet.follow(given.profiles.hosts(), false);
        QObject::connect(&suspend, &SuspendWatch::woke, &fleet, &LiveFleet::wakeAll);
    }

    SessionDependencies dependencies;
    Timings timings;
    HostConnection::Surroundings around;
    LiveFleet fleet;
    KeptHosts hosts;
    LiveOperations operations;
    LiveLogs logs;
    LiveStats stats;
    SuspendWatch suspend;
};

Sessions::Sessions(const SessionDependencies &dependencies, const Timings &timings)
    : m_parts(std::make_unique<Parts>(dependencies, timings))
{
}

Sessions::~Sessions() = default;

void Sessions::start()
{
    m_parts->hosts.connectFromNowOn();
    m_parts->fleet.connectAll();
}

void Sessions::reload()
{
    m_parts->fleet.follow(m_parts->dependencies.profiles.hosts(), true);
}

Control Sessions::control()
{
    return {m_parts->fleet, m_parts->hosts, m_parts->operations,
            m_parts->logs,  m_parts->stats, m_parts->dependencies.questions};
}

} // namespace mediahelm::control
