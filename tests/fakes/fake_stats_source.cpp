// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_stats_source.h"

#include "fakes/fake_fleet.h"

#include <algorithm>
#include <cmath>

namespace mediahelm::fakes {

using base::HostId;
using model::ContainerKey;
using model::ContainerSample;
using model::HostSample;

namespace {

constexpr qsizetype kept = 600; // ten minutes
constexpr qint64 mebibyte = 1024 * 1024;

// Between 0 and 1: two waves and some noise, all of it from the seed and the second.
double wave(std::size_t seed, qint64 second)
{
    const double phase = double(seed % 628) / 100.0;
    const double slow = std::sin(double(second) / 47.0 + phase);
    const double fast = std::sin(double(second) / 7.0 + 2 * phase);
    const double noise = double(::qHash(second, seed) % 1000) / 1000.0 - 0.5;
    return std::clamp(0.5 + 0.28 * slow + 0.12 * fast + 0.16 * noise, 0.0, 1.0);
}

template<typename T>
void keep(QList<T> &list, const T &sample)
{
    list.append(sample);
    if (list.size() > kept)
        list.removeFirst();
}

} // namespace

FakeStatsWatch::FakeStatsWatch(FakeStatsSource &source)
    : m_source(source)
{
    m_source.m_watches.append(this);
}

FakeStatsWatch::~FakeStatsWatch()
{
    m_source.m_watches.removeOne(this);
}

void FakeStatsWatch::setContainers(const QSet<ContainerKey> &keys)
{
    m_containers = keys;
}

void FakeStatsWatch::setHosts(const QSet<HostId> &hosts)
{
    m_hosts = hosts;
}

FakeStatsSource::FakeStatsSource(const FakeFleet &fleet)
    : m_fleet(fleet)
{
}

FakeStatsSource::~FakeStatsSource() = default;

std::unique_ptr<control::StatsWatch> FakeStatsSource::watch()
{
    return std::make_unique<FakeStatsWatch>(*this);
}

QList<ContainerSample> FakeStatsSource::recent(const ContainerKey &key) const
{
    return m_containers.value(key);
}

QList<HostSample> FakeStatsSource::recentHost(const HostId &host) const
{
    return m_hosts.value(host);
}

void FakeStatsSource::tell(const QList<ContainerSample> &containers, const QList<HostSample> &hosts)
{
    for (const ContainerSample &sample : containers)
        keep(m_containers[sample.key], sample);
    for (const HostSample &sample : hosts)
        keep(m_hosts[sample.host], sample);
    const QList<FakeStatsWatch *> watches = m_watches; // a slot may end one
    for (FakeStatsWatch *watch : watches) {
        if (!m_watches.contains(watch))
            continue;
        QList<ContainerSample> wanted;
        std::copy_if(containers.cbegin(), containers.cend(), std::back_inserter(wanted),
                     [watch](const ContainerSample &sample) { return watch->containers().contains(sample.key); });
        QList<HostSample> wantedHosts;
        std::copy_if(hosts.cbegin(), hosts.cend(), std::back_inserter(wantedHosts),
                     [watch](const HostSample &sample) { return watch->hosts().contains(sample.host); });
        if (!watch->containers().isEmpty() || !watch->hosts().isEmpty())
            Q_EMIT watch->sampled(wanted, wantedHosts);
    }
}

void FakeStatsSource::tick(const QDateTime &at)
{
    QList<ContainerSample> containers;
    const QSet<ContainerKey> keys = watchedContainers();
    for (const ContainerKey &key : keys) {
        const std::optional<model::Container> container = m_fleet.container(key);
        if (container && container->running() && connected(key.host))
            containers.append(sampleOf(key, container->name.text(), at));
    }
    QList<HostSample> hosts;
    const QSet<HostId> ids = watchedHosts();
    for (const HostId &id : ids) {
        if (connected(id))
            hosts.append(hostSampleOf(id, at));
    }
    tell(containers, hosts);
}

void FakeStatsSource::fillHistory(const QDateTime &until)
{
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        const HostId id = status.profile.id;
        if (!connected(id))
            continue;
        const QList<model::Container> containers = m_fleet.containers(id);
        for (qint64 second = kept - 1; second >= 0; --second) {
            const QDateTime at = until.addSecs(-second);
            keep(m_hosts[id], hostSampleOf(id, at));
            for (const model::Container &container : containers) {
                if (container.running())
                    keep(m_containers[{id, container.id}], sampleOf({id, container.id}, container.name.text(), at));
            }
        }
    }
}

QSet<ContainerKey> FakeStatsSource::watchedContainers() const
{
    QSet<ContainerKey> all;
    for (const FakeStatsWatch *watch : m_watches)
        all.unite(watch->containers());
    return all;
}

QSet<HostId> FakeStatsSource::watchedHosts() const
{
    QSet<HostId> all;
    for (const FakeStatsWatch *watch : m_watches)
        all.unite(watch->hosts());
    return all;
}

bool FakeStatsSource::connected(const HostId &host) const
{
    const std::optional<control::HostStatus> status = m_fleet.host(host);
    return status && status->connection.phase == model::ConnectionPhase::connected;
}

ContainerSample FakeStatsSource::sampleOf(const ContainerKey &key, const QString &name, const QDateTime &at)
{
    const std::size_t seed = ::qHash(name, 17);
    const qint64 second = at.toSecsSinceEpoch();
    const double weight = double(seed % 97) / 97.0;
    ContainerSample sample;
    sample.key = key;
    sample.at = at;
    sample.cpuCores = weight * weight * 1.6 * wave(seed, second);
    sample.memoryBytes = qint64(double(40 + seed % 900) * mebibyte * (0.9 + 0.2 * wave(seed + 1, second / 20)));
    sample.memoryLimitBytes = seed % 3 == 0 ? 2048 * mebibyte : 0;
    sample.networkReceiveBytesPerSecond = weight * 4e6 * wave(seed + 2, second);
    sample.networkTransmitBytesPerSecond = weight * 1e6 * wave(seed + 3, second);
    sample.blockReadBytesPerSecond = weight * 2e6 * wave(seed + 4, second);
    sample.blockWriteBytesPerSecond = weight * 5e5 * wave(seed + 5, second);
    sample.processes = 4 + int(seed % 40);
    return sample;
}

HostSample FakeStatsSource::hostSampleOf(const HostId &host, const QDateTime &at)
{
    const std::size_t seed = ::qHash(host.text(), 5);
    const qint64 second = at.toSecsSinceEpoch();
    HostSample sample;
    sample.host = host;
    sample.at = at;
    sample.cpus = 8;
    sample.cpuCores = 3.2 * wave(seed, second) + 0.4;
    sample.memoryTotalBytes = 32768 * mebibyte;
    sample.memoryBytes = qint64(12e9 + 4e9 * wave(seed + 1, second / 15));
    sample.load1 = 2.5 * wave(seed + 2, second / 10);
    return sample;
}

} // namespace mediahelm::fakes
