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
// and name. `now` (UTC) decides which service restarts over and over. Services of a host that is not connected are left
// out: what is known of them is old.
QList<FleetProblem> fleetProblems(const control::Fleet &fleet, const std::optional<base::HostId> &scope,
                                  const QDateTime &now);

// What is known about a failing service in one line: "Ended for lack of memory (code 137) · 41 min ago · 3 restarts by
// the engine". `lastExitCode`: how it ended before, which the engine forgets while it runs; nullopt where nobody saw
// it.
QString troubleText(const model::Container &container, const QDateTime &now,
                    const std::optional<int> &lastExitCode = std::nullopt);

// The output of the last health probe that failed, shortened; empty without one.
QString lastFailedProbe(const model::ContainerDetail &detail);

} // namespace mediahelm::ui
