// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/stats_source.h"

#include <QHash>
#include <QWidget>

#include <chrono>

namespace mediahelm::ui {

class CardGrid;
class TimeChart;

// The charts of the Monitoring page: two of hosts, four of services, a line for each. Fed by the page. Owned by it;
// main thread.
class ServiceCharts final : public QWidget
{
    Q_OBJECT

public:
    struct Line {
        model::ContainerKey key;
        QString name;
    };

    explicit ServiceCharts(const control::StatsSource &stats, QWidget *parent = nullptr);

    void setHosts(const QList<base::HostId> &hosts);
    void setLines(const QList<Line> &lines);
    void setSpan(std::chrono::seconds span);
    void setServicesText(const QString &text); // while there are no lines

    void add(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);
    void advance(const QDateTime &end);

private:
    TimeChart *makeChart(const QString &title, int unit);
    void fillHistory();

    const control::StatsSource &m_stats;
    CardGrid *m_grid;
    TimeChart *m_hostCpu;
    TimeChart *m_hostMemory;
    TimeChart *m_cpu;
    TimeChart *m_memory;
    TimeChart *m_receive;
    TimeChart *m_transmit;
    QList<TimeChart *> m_charts;
    QHash<base::HostId, int> m_hostLines;
    QHash<model::ContainerKey, int> m_serviceLines;
};

} // namespace mediahelm::ui
