// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/stats_source.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace mediahelm::server {

// Watches the statistics of everything that runs while clients want them, and for a while after, so that a page that
// is loaded again, or a script that asks now and then, does not make the engines start over each time. Owned by the
// server; main thread.
class StatsKeeper final : public QObject
{
    Q_OBJECT

public:
    StatsKeeper(control::Fleet &fleet, control::StatsSource &stats, std::chrono::milliseconds keep,
                QObject *parent = nullptr);

    void hold(); // until release()
    void release();
    void touch(); // for the time to keep
    bool watching() const { return m_watch != nullptr; }

    // The newest one of the last seconds; nullopt where nothing is measured.
    std::optional<model::ContainerSample> latest(const model::ContainerKey &key) const;

Q_SIGNALS:
    void sampled(const QList<mediahelm::model::ContainerSample> &containers,
                 const QList<mediahelm::model::HostSample> &hosts);

private:
    void start();
    void stop();
    void choose();
    void take(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);

    control::Fleet &m_fleet;
    control::StatsSource &m_stats;
    std::unique_ptr<control::StatsWatch> m_watch;
    QTimer m_choose; // once for many changes
    QTimer m_expiry;
    int m_holders = 0;
    quint64 m_tick = 0;
    struct Latest {
        model::ContainerSample sample;
        quint64 tick = 0;
    };
    QHash<model::ContainerKey, Latest> m_latest;
};

} // namespace mediahelm::server
