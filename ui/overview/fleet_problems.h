// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <optional>

namespace mediahelm::ui {

// Something that is wrong on a host: the connection itself, or a service. A plain value.
struct FleetProblem {
    base::HostId host;
    std::optional<model::Container> service; // nullopt: the connection

    model::ContainerKey key() const { return {host, service ? service->id : base::ContainerId()}; }
};

// What is wrong, the worst first: hosts that are not connected (unless the user wished it), then services by urgency
// and name. Services of a host that is not connected are left out: what is known of them is old.
QList<FleetProblem> fleetProblems(const control::Fleet &fleet, const std::optional<base::HostId> &scope);

// What is known about a failing service in one line: "Exited with code 137 (out of memory), 41 min ago, 3 restarts".
QString troubleText(const model::Container &container, const QDateTime &now);

// The output of the last health probe that failed, shortened; empty without one.
QString lastFailedProbe(const model::ContainerDetail &detail);

} // namespace mediahelm::ui
