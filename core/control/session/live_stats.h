// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ring_buffer.h"
#include "core/control/session/container_sampler.h"
#include "core/control/session/host_sampler.h"
#include "core/control/stats_source.h"
#include "core/metrics/sample_history.h"
#include "core/metrics/tick_schedule.h"

#include <QHash>

#include <map>
#include <memory>

namespace mediahelm::control {

class LiveStatsWatch;

// Measures what anybody watches, once for all, and hands it out in ticks. Owned by Sessions, before which its watches
// end or outlive it silently; main thread.
class LiveStats final : public QObject, public StatsSource
{
    Q_OBJECT

public:
    LiveStats(LiveFleet &fleet, const base::Clock &clock, const Timings &timings, QObject *parent = nullptr);
    ~LiveStats() override;

    std::unique_ptr<StatsWatch> watch() override;
    QList<model::ContainerSample> recent(const model::ContainerKey &key) const override;
    QList<model::HostSample> recentHost(const base::HostId &host) const override;

private:
    friend class LiveStatsWatch;

    using HostHistory = base::RingBuffer<std::pair<std::chrono::milliseconds, model::HostSample>>;

    void enter(LiveStatsWatch *watch) { m_watches.append(watch); }
    void leave(LiveStatsWatch *watch);
    void wishesChanged();
    void followContainers();
    void followHosts();
    void checkContainers(const base::HostId &host, const model::ContainerChanges &changes);
    void hostChanged(const base::HostId &host);
    void hostLost(const base::HostId &host);
    void keep(const model::ContainerSample &sample);
    void keepHost(const model::HostSample &sample);
    void tick();
    void forgetOld();
    void armTick();

    LiveFleet &m_fleet;
    const base::Clock &m_clock;
    const Timings &m_timings;
    QList<LiveStatsWatch *> m_watches;
    std::map<model::ContainerKey, std::unique_ptr<ContainerSampler>> m_containers;
    std::map<base::HostId, std::unique_ptr<HostSampler>> m_hosts;
    QHash<model::ContainerKey, metrics::SampleHistory> m_histories;
    QHash<base::HostId, HostHistory> m_hostHistories;
    metrics::TickSchedule m_schedule;
    QTimer m_tick;
};

} // namespace mediahelm::control
