// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/fleet_facts.h"

#include "core/control/gathering/gathering.h"
#include "core/workspace/checks/engine_facts.h"

namespace mediahelm::control {

std::optional<workspace::EngineFacts> engineFactsHere(const Fleet &fleet)
{
    std::optional<workspace::EngineFacts> facts;
    int engines = 0;
    const QList<HostStatus> hosts = fleet.hosts();
    for (const HostStatus &host : hosts) {
        const bool tells = host.connection.phase == model::ConnectionPhase::connected && fleet.listed(host.profile.id);
        if (!isOnThisMachine(host.profile.address) || !tells)
            continue;
        const workspace::EngineFacts told = workspace::engineFactsOf(fleet.containers(host.profile.id));
        ++engines;
        if (!facts)
            facts.emplace();
        facts->ports += told.ports;
        facts->containers += told.containers;
    }
    if (engines > 1) // a name is taken on one engine alone, and which one Compose means is not known here
        facts->containers.clear();
    return facts;
}

} // namespace mediahelm::control
