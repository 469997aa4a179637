// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/stats_source.h"

#include <QPointer>

namespace mediahelm::control {

class LiveStats;

// One wish, known to LiveStats while it lives. Owned by the caller; main thread.
class LiveStatsWatch final : public StatsWatch
{
    Q_OBJECT

public:
    explicit LiveStatsWatch(LiveStats &stats);
    ~LiveStatsWatch() override;

    void setContainers(const QSet<model::ContainerKey> &keys) override;
    void setHosts(const QSet<base::HostId> &hosts) override;

    const QSet<model::ContainerKey> &containers() const { return m_containers; }
    const QSet<base::HostId> &hosts() const { return m_hosts; }
    bool empty() const { return m_containers.isEmpty() && m_hosts.isEmpty(); }
    // Passes on what of it is wished for.
    void offer(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);

private:
    QPointer<LiveStats> m_stats;
    QSet<model::ContainerKey> m_containers;
    QSet<base::HostId> m_hosts;
};

} // namespace mediahelm::control
