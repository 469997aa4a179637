// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/stats_keeper.h"

namespace mediahelm::server {

namespace {

constexpr quint64 freshTicks = 5;

} // namespace

StatsKeeper::StatsKeeper(control::Fleet &fleet, control::StatsSource &stats, std::chrono::milliseconds keep,
                         QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_stats(stats)
{
    m_choose.setSingleShot(true);
    connect(&m_choose, &QTimer::timeout, this, &StatsKeeper::choose);
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(keep);
    connect(&m_expiry, &QTimer::timeout, this, [this] {
        if (m_holders == 0)
            stop();
    });
    const auto changed = [this] {
        if (m_watch && !m_choose.isActive())
            m_choose.start(0);
    };
    connect(&m_fleet, &control::Fleet::hostAdded, this, changed);
    connect(&m_fleet, &control::Fleet::hostRemoved, this, changed);
    connect(&m_fleet, &control::Fleet::hostChanged, this, changed);
    connect(&m_fleet, &control::Fleet::containersChanged, this, changed);
}

void StatsKeeper::hold()
{
    ++m_holders;
    start();
}

void StatsKeeper::release()
{
    if (--m_holders == 0)
        m_expiry.start();
}

void StatsKeeper::touch()
{
    start();
    m_expiry.start();
}

void StatsKeeper::start()
{
    if (m_watch)
        return;
    m_watch = m_stats.watch();
    connect(m_watch.get(), &control::StatsWatch::sampled, this, &StatsKeeper::take);
    choose();
}

void StatsKeeper::stop()
{
    m_watch.reset();
    m_latest.clear();
}

void StatsKeeper::choose()
{
    if (!m_watch)
        return;
    QSet<model::ContainerKey> containers;
    QSet<base::HostId> hosts;
    const auto statuses = m_fleet.hosts();
    for (const control::HostStatus &status : statuses) {
        const base::HostId &host = status.profile.id;
        hosts.insert(host);
        const auto all = m_fleet.containers(host);
        for (const model::Container &container : all) {
            if (container.running())
                containers.insert({host, container.id});
        }
    }
    m_watch->setContainers(containers);
    m_watch->setHosts(hosts);
}

void StatsKeeper::take(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts)
{
    ++m_tick;
    for (const model::ContainerSample &sample : containers)
        m_latest.insert(sample.key, {sample, m_tick});
    m_latest.removeIf([this](QHash<model::ContainerKey, Latest>::iterator entry) {
        return entry.value().tick + freshTicks < m_tick;
    });
    Q_EMIT sampled(containers, hosts);
}

std::optional<model::ContainerSample> StatsKeeper::latest(const model::ContainerKey &key) const
{
    const auto entry = m_latest.constFind(key);
    return entry == m_latest.constEnd() ? std::nullopt : std::optional(entry->sample);
}

} // namespace mediahelm::server
