// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitoring/service_charts.h"

#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/card_grid.h"
#include "ui/widgets/time_chart.h"

#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr int leastChartWidth = 400;

TimePoint cpuShare(const model::HostSample &sample)
{
    const bool known = sample.cpuCores && sample.cpus > 0;
    return {sample.at.toMSecsSinceEpoch(), known ? std::optional(*sample.cpuCores / sample.cpus) : std::nullopt};
}

TimePoint memoryShare(const model::HostSample &sample)
{
    const bool known = sample.memoryBytes && sample.memoryTotalBytes > 0;
    return {sample.at.toMSecsSinceEpoch(),
            known ? std::optional(double(*sample.memoryBytes) / double(sample.memoryTotalBytes)) : std::nullopt};
}

TimePoint memory(const model::ContainerSample &sample)
{
    return {sample.at.toMSecsSinceEpoch(),
            sample.memoryBytes ? std::optional(double(*sample.memoryBytes)) : std::nullopt};
}

} // namespace

ServiceCharts::ServiceCharts(const control::StatsSource &stats, QWidget *parent)
    : QWidget(parent)
    , m_stats(stats)
    , m_grid(new CardGrid(leastChartWidth, 2, this))
{
    using Unit = TimeChart::Unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);
    m_hostCpu = makeChart(tr("CPU of the hosts"), int(Unit::share));
    m_hostMemory = makeChart(tr("Memory of the hosts"), int(Unit::share));
    m_cpu = makeChart(tr("CPU of services"), int(Unit::cores));
    m_memory = makeChart(tr("Memory of services"), int(Unit::bytes));
    m_receive = makeChart(tr("Network, received"), int(Unit::byteRate));
    m_transmit = makeChart(tr("Network, sent"), int(Unit::byteRate));
    for (TimeChart *chart : {m_hostCpu, m_hostMemory})
        chart->setLeastTop(1.0);
    QList<QWidget *> cards;
    for (TimeChart *chart : std::as_const(m_charts))
        cards.append(chart->parentWidget());
    m_grid->setCards(cards);
}

TimeChart *ServiceCharts::makeChart(const QString &title, int unit)
{
    auto *card = new Card(m_grid);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::small);
    auto *chart = new TimeChart(title, TimeChart::Unit(unit), card);
    layout->addWidget(chart);
    m_charts.append(chart);
    return chart;
}

void ServiceCharts::setHosts(const QList<base::HostId> &hosts)
{
    if (QSet<base::HostId>(hosts.cbegin(), hosts.cend())
        == QSet<base::HostId>(m_hostLines.keyBegin(), m_hostLines.keyEnd()))
        return;
    m_hostLines.clear();
    for (TimeChart *chart : {m_hostCpu, m_hostMemory}) {
        chart->clearSeries();
        chart->setFilled(hosts.size() == 1);
        for (const base::HostId &host : hosts)
            m_hostLines.insert(host, chart->addSeries(host.text()));
    }
    for (const base::HostId &host : hosts) {
        QList<TimePoint> cpu;
        QList<TimePoint> memories;
        const QList<model::HostSample> recent = m_stats.recentHost(host);
        for (const model::HostSample &sample : recent) {
            cpu.append(cpuShare(sample));
            memories.append(memoryShare(sample));
        }
        m_hostCpu->setPoints(m_hostLines.value(host), cpu);
        m_hostMemory->setPoints(m_hostLines.value(host), memories);
    }
}

void ServiceCharts::setLines(const QList<Line> &lines)
{
    m_serviceLines.clear();
    for (TimeChart *chart : {m_cpu, m_memory, m_receive, m_transmit}) {
        chart->clearSeries();
        chart->setFilled(lines.size() == 1);
        for (const Line &line : lines)
            m_serviceLines.insert(line.key, chart->addSeries(line.name));
    }
    fillHistory();
}

void ServiceCharts::fillHistory()
{
    for (auto it = m_serviceLines.cbegin(); it != m_serviceLines.cend(); ++it) {
        QList<TimePoint> cpu;
        QList<TimePoint> memories;
        QList<TimePoint> received;
        QList<TimePoint> sent;
        const QList<model::ContainerSample> recent = m_stats.recent(it.key());
        for (const model::ContainerSample &sample : recent) {
            const qint64 at = sample.at.toMSecsSinceEpoch();
            cpu.append({at, sample.cpuCores});
            memories.append(memory(sample));
            received.append({at, sample.networkReceiveBytesPerSecond});
            sent.append({at, sample.networkTransmitBytesPerSecond});
        }
        m_cpu->setPoints(it.value(), cpu);
        m_memory->setPoints(it.value(), memories);
        m_receive->setPoints(it.value(), received);
        m_transmit->setPoints(it.value(), sent);
    }
}

void ServiceCharts::setSpan(std::chrono::seconds span)
{
    for (TimeChart *chart : std::as_const(m_charts))
        chart->setSpan(span);
}

void ServiceCharts::setServicesText(const QString &text)
{
    for (TimeChart *chart : {m_cpu, m_memory, m_receive, m_transmit})
        chart->setEmptyText(text);
}

void ServiceCharts::add(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts)
{
    for (const model::ContainerSample &sample : containers) {
        const int line = m_serviceLines.value(sample.key, -1);
        const qint64 at = sample.at.toMSecsSinceEpoch();
        m_cpu->append(line, {at, sample.cpuCores});
        m_memory->append(line, memory(sample));
        m_receive->append(line, {at, sample.networkReceiveBytesPerSecond});
        m_transmit->append(line, {at, sample.networkTransmitBytesPerSecond});
    }
    for (const model::HostSample &sample : hosts) {
        const int line = m_hostLines.value(sample.host, -1);
        m_hostCpu->append(line, cpuShare(sample));
        m_hostMemory->append(line, memoryShare(sample));
    }
}

void ServiceCharts::advance(const QDateTime &end)
{
    for (TimeChart *chart : std::as_const(m_charts))
        chart->advance(end);
}

} // namespace mediahelm::ui
