// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/fleet_facts.h"

#include "core/control/gathering/gathering.h"
#include "core/workspace/checks/engine_facts.h"

namespace mediahelm::control {

std::optional<QList<workspace::EnginePort>> portsHere(const Fleet &fleet)
{
    std::optional<QList<workspace::EnginePort>> ports;
    const QList<HostStatus> hosts = fleet.hosts();
    for (const HostStatus &host : hosts) {
        const bool tells = host.connection.phase == model::ConnectionPhase::connected && fleet.listed(host.profile.id);
        if (isOnThisMachine(host.profile.address) && tells)
            ports =
                ports.value_or(QList<workspace::EnginePort>()) + workspace::portsOf(fleet.containers(host.profile.id));
    }
    return ports;
}

} // namespace mediahelm::control
