// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/stats_source.h"

#include <QHash>

namespace mediahelm::fakes {

class FakeFleet;
class FakeStatsSource;

// A wish. Owned by who made it; main thread.
class FakeStatsWatch final : public control::StatsWatch
{
    Q_OBJECT

public:
    explicit FakeStatsWatch(FakeStatsSource &source);
    ~FakeStatsWatch() override;

    void setContainers(const QSet<model::ContainerKey> &keys) override;
    void setHosts(const QSet<base::HostId> &hosts) override;

    const QSet<model::ContainerKey> &containers() const { return m_containers; }
    const QSet<base::HostId> &hosts() const { return m_hosts; }

private:
    FakeStatsSource &m_source;
    QSet<model::ContainerKey> m_containers;
    QSet<base::HostId> m_hosts;
};

// Statistics that come when the test says so. Outlives its watches; owned by the test; main thread.
class FakeStatsSource final : public control::StatsSource
{
public:
    explicit FakeStatsSource(const FakeFleet &fleet);
    ~FakeStatsSource() override;

    std::unique_ptr<control::StatsWatch> watch() override;
    QList<model::ContainerSample> recent(const model::ContainerKey &key) const override;
    QList<model::HostSample> recentHost(const base::HostId &host) const override;

    // Tells each watch what it wants of these, and remembers them.
    void tell(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);
    // A tick with made-up samples of everything that is watched and runs on a connected host.
    void tick(const QDateTime &at = QDateTime::currentDateTimeUtc());
    // Ten minutes of such samples for every running container and every connected host, watched or not, up to `until`.
    void fillHistory(const QDateTime &until = QDateTime::currentDateTimeUtc());

    QSet<model::ContainerKey> watchedContainers() const;
    QSet<base::HostId> watchedHosts() const;
    int watches() const { return int(m_watches.size()); }

    // What tick() makes up: the same for the same container and second.
    static model::ContainerSample sampleOf(const model::ContainerKey &key, const QString &name, const QDateTime &at);
    static model::HostSample hostSampleOf(const base::HostId &host, const QDateTime &at);

private:
    friend class FakeStatsWatch;

    bool connected(const base::HostId &host) const;

    const FakeFleet &m_fleet;
    QList<FakeStatsWatch *> m_watches;
    QHash<model::ContainerKey, QList<model::ContainerSample>> m_containers;
    QHash<base::HostId, QList<model::HostSample>> m_hosts;
};

} // namespace mediahelm::fakes
