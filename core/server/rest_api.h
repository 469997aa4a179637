// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/fleet.h"
#include "core/server/router.h"
#include "core/server/stats_keeper.h"

namespace mediahelm::server {

// The resources under /api/v1 and /healthz, as written down in schemas/api/openapi.json. Reads what the fleet knows and
// calls no engine. Owned by the server; main thread.
class RestApi
{
public:
    RestApi(control::Fleet &fleet, StatsKeeper &stats, const base::Clock &clock);

    void addRoutes(Router &router);

private:
    http::OutgoingResponse health(const RouteCall &call) const;
    http::OutgoingResponse hosts(const RouteCall &call) const;
    http::OutgoingResponse services(const RouteCall &call) const;
    http::OutgoingResponse service(const RouteCall &call) const;

    control::Fleet &m_fleet;
    StatsKeeper &m_stats;
    const base::Clock &m_clock;
    const std::chrono::milliseconds m_startedAt;
};

} // namespace mediahelm::server
