// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/live_stats_watch.h"

#include "core/control/session/live_stats.h"

#include <algorithm>
#include <iterator>

namespace mediahelm::control {

using model::ContainerSample;
using model::HostSample;

LiveStatsWatch::LiveStatsWatch(LiveStats &stats)
    : m_stats(&stats)
{
    stats.enter(this);
}

LiveStatsWatch::~LiveStatsWatch()
{
    if (m_stats)
        m_stats->leave(this);
}

void LiveStatsWatch::setContainers(const QSet<model::ContainerKey> &keys)
{
    if (m_containers == keys)
        return;
    m_containers = keys;
    if (m_stats)
        m_stats->wishesChanged();
}

void LiveStatsWatch::setHosts(const QSet<base::HostId> &hosts)
{
    if (m_hosts == hosts)
        return;
    m_hosts = hosts;
    if (m_stats)
        m_stats->wishesChanged();
}

void LiveStatsWatch::offer(const QList<ContainerSample> &containers, const QList<HostSample> &hosts)
{
    QList<ContainerSample> mine;
    std::copy_if(containers.begin(), containers.end(), std::back_inserter(mine),
                 [this](const ContainerSample &s) { return m_containers.contains(s.key); });
    QList<HostSample> machines;
    std::copy_if(hosts.begin(), hosts.end(), std::back_inserter(machines),
                 [this](const HostSample &s) { return m_hosts.contains(s.host); });
    Q_EMIT sampled(mine, machines);
}

} // namespace mediahelm::control
