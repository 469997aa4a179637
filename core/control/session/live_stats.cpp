// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/live_stats.h"

#include "core/control/session/live_fleet.h"
#include "core/control/session/live_stats_watch.h"

#include <algorithm>

namespace mediahelm::control {

using base::HostId;
using model::ContainerKey;
using model::ContainerSample;
using model::HostSample;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kept{600'000};
constexpr std::size_t keptSamples = 600; // at one a second

// Ends the samplers that nobody wishes for. A wish may end in a slot that a sampler's reading runs, so the sampler is
// deleted a turn later, or with its owner.
template<typename Key, typename Sampler>
void dropUnwished(std::map<Key, std::unique_ptr<Sampler>> &samplers, const QSet<Key> &wished, QObject *owner)
{
    for (auto it = samplers.begin(); it != samplers.end();) {
        if (wished.contains(it->first)) {
            ++it;
            continue;
        }
        it->second->drop();
        it->second->disconnect();
        it->second->setParent(owner);
        it->second.release()->deleteLater();
        it = samplers.erase(it);
    }
}

} // namespace

LiveStats::LiveStats(LiveFleet &fleet, const base::Clock &clock, const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_timings(timings)
    , m_schedule(timings.statsTick, clock.monotonic())
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &LiveStats::tick);
    connect(&m_fleet, &Fleet::containersChanged, this, &LiveStats::checkContainers);
    connect(&m_fleet, &Fleet::hostChanged, this, &LiveStats::hostChanged);
    connect(&m_fleet, &LiveFleet::linkGone, this, &LiveStats::hostLost);
}

LiveStats::~LiveStats() = default;

std::unique_ptr<StatsWatch> LiveStats::watch()
{
    return std::make_unique<LiveStatsWatch>(*this);
}

QList<ContainerSample> LiveStats::recent(const ContainerKey &key) const
{
    const auto it = m_histories.constFind(key);
    return it == m_histories.constEnd() ? QList<ContainerSample>{} : it->since(m_clock.monotonic() - kept);
}

QList<HostSample> LiveStats::recentHost(const HostId &host) const
{
    QList<HostSample> samples;
    const auto it = m_hostHistories.constFind(host);
    if (it == m_hostHistories.constEnd())
        return samples;
    const milliseconds from = m_clock.monotonic() - kept;
    for (std::size_t i = 0; i < it->size(); ++i) {
        const auto &[arrived, sample] = it->at(i);
        if (arrived >= from)
            samples.append(sample);
    }
    return samples;
}

void LiveStats::leave(LiveStatsWatch *watch)
{
    m_watches.removeOne(watch);
    wishesChanged();
}

void LiveStats::wishesChanged()
{
    followContainers();
    followHosts();
    armTick();
}

void LiveStats::followContainers()
{
    QSet<ContainerKey> wished;
    for (const LiveStatsWatch *watch : std::as_const(m_watches))
        wished.unite(watch->containers());
    dropUnwished(m_containers, wished, this);
    for (const ContainerKey &key : std::as_const(wished)) {
        std::unique_ptr<ContainerSampler> &sampler = m_containers[key];
        if (sampler)
            continue;
        sampler = std::make_unique<ContainerSampler>(key, m_fleet, m_clock, m_timings);
        connect(sampler.get(), &ContainerSampler::sampled, this, &LiveStats::keep);
        sampler->check();
    }
}

void LiveStats::followHosts()
{
    QSet<HostId> wished;
    for (const LiveStatsWatch *watch : std::as_const(m_watches))
        wished.unite(watch->hosts());
    dropUnwished(m_hosts, wished, this);
    for (const HostId &host : std::as_const(wished)) {
        std::unique_ptr<HostSampler> &sampler = m_hosts[host];
        if (sampler)
            continue;
        sampler = std::make_unique<HostSampler>(host, m_fleet, m_clock);
        connect(sampler.get(), &HostSampler::sampled, this, &LiveStats::keepHost);
        sampler->ask();
    }
}

void LiveStats::checkContainers(const HostId &host, const model::ContainerChanges &changes)
{
    const auto check = [&](const base::ContainerId &id) {
        const auto it = m_containers.find(ContainerKey{host, id});
        if (it != m_containers.end())
            it->second->check();
    };
    for (const model::Container &container : changes.upserted)
        check(container.id);
    for (const base::ContainerId &id : changes.removed)
        check(id);
}

void LiveStats::hostChanged(const HostId &host)
{
    for (const auto &[key, sampler] : m_containers) {
        if (key.host == host)
            sampler->check();
    }
}

void LiveStats::hostLost(const HostId &host)
{
    for (const auto &[key, sampler] : m_containers) {
        if (key.host == host)
            sampler->drop();
    }
    const auto it = m_hosts.find(host);
    if (it != m_hosts.end())
        it->second->drop();
}

void LiveStats::keep(const ContainerSample &sample)
{
    auto it = m_histories.find(sample.key);
    if (it == m_histories.end())
        it = m_histories.insert(sample.key, metrics::SampleHistory(sample.key, keptSamples));
    it->push(sample, m_clock.monotonic());
}

void LiveStats::keepHost(const HostSample &sample)
{
    auto it = m_hostHistories.find(sample.host);
    if (it == m_hostHistories.end())
        it = m_hostHistories.insert(sample.host, HostHistory(keptSamples));
    it->push({m_clock.monotonic(), sample});
}

void LiveStats::tick()
{
    QList<ContainerSample> containers;
    for (const auto &[key, sampler] : m_containers) {
        if (std::optional<ContainerSample> sample = sampler->take())
            containers.append(std::move(*sample));
    }
    QList<HostSample> hosts;
    for (const auto &[host, sampler] : m_hosts) {
        if (std::optional<HostSample> sample = sampler->take())
            hosts.append(std::move(*sample));
        sampler->ask();
    }
    forgetOld();
    armTick();
    // Slots may end watches, their own and others.
    QList<QPointer<LiveStatsWatch>> watches;
    for (LiveStatsWatch *watch : std::as_const(m_watches))
        watches.append(watch);
    for (const QPointer<LiveStatsWatch> &watch : std::as_const(watches)) {
        if (watch && !watch->empty())
            watch->offer(containers, hosts);
    }
}

void LiveStats::forgetOld()
{
    const milliseconds from = m_clock.monotonic() - kept;
    m_histories.removeIf([from](const auto &entry) { return entry.value().newest() < from; });
    m_hostHistories.removeIf(
        [from](const auto &entry) { return entry.value().empty() || entry.value().newest().first < from; });
}

void LiveStats::armTick()
{
    if (m_containers.empty() && m_hosts.empty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start(m_schedule.untilNext(m_clock.monotonic()));
}

} // namespace mediahelm::control
