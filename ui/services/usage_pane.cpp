// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/usage_pane.h"

#include "ui/style/metrics.h"
#include "ui/widgets/time_chart.h"

#include <QGridLayout>

namespace mediahelm::ui {

using model::ContainerSample;

namespace {

constexpr int leastChartWidth = 200;

TimePoint point(const ContainerSample &sample, const std::optional<double> &value)
{
    return {sample.at.toMSecsSinceEpoch(), value};
}

std::optional<double> asDouble(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

} // namespace

UsagePane::UsagePane(control::StatsSource &source, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_clock(clock)
    , m_grid(new QGridLayout(this))
    , m_cpu(new TimeChart(tr("CPU"), TimeChart::Unit::cores, this))
    , m_memory(new TimeChart(tr("Memory"), TimeChart::Unit::bytes, this))
    , m_network(new TimeChart(tr("Network"), TimeChart::Unit::byteRate, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::small);
    m_cpu->addSeries(tr("CPU"), 0);
    m_cpu->setFilled(true);
    m_cpu->setLeastTop(0.05);
    m_memory->addSeries(tr("Memory"), 3);
    m_memory->setFilled(true);
    m_network->addSeries(tr("Received"), 2);
    m_network->addSeries(tr("Sent"), 1);
    m_network->setLeastTop(1024);
    arrange(1);
}

UsagePane::~UsagePane() = default;

void UsagePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(std::clamp(width() / leastChartWidth, 1, 3));
}

void UsagePane::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    int at = 0;
    for (TimeChart *chart : {m_cpu, m_memory, m_network}) {
        // Of three in two columns the last has a row of its own.
        const bool alone = columns == 2 && at == 2;
        m_grid->addWidget(chart, at / columns, at % columns, 1, alone ? 2 : 1);
        ++at;
    }
}

void UsagePane::setService(const model::ContainerKey &key, bool running)
{
    for (TimeChart *chart : {m_cpu, m_memory, m_network})
        chart->setEmptyText(running ? QString() : tr("Not running"));
    if (m_key == key)
        return;
    m_key = key;
    fill();
    if (m_watch)
        m_watch->setContainers({key});
}

void UsagePane::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (!active) {
        m_watch.reset();
        return;
    }
    m_watch = m_source.watch();
    connect(m_watch.get(), &control::StatsWatch::sampled, this, &UsagePane::onSampled);
    if (m_key) {
        fill();
        m_watch->setContainers({*m_key});
    }
}

void UsagePane::fill()
{
    QList<TimePoint> cpu;
    QList<TimePoint> memory;
    QList<TimePoint> received;
    QList<TimePoint> sent;
    for (const ContainerSample &sample : m_source.recent(*m_key)) {
        cpu.append(point(sample, sample.cpuCores));
        memory.append(point(sample, asDouble(sample.memoryBytes)));
        received.append(point(sample, sample.networkReceiveBytesPerSecond));
        sent.append(point(sample, sample.networkTransmitBytesPerSecond));
    }
    m_cpu->setPoints(0, cpu);
    m_memory->setPoints(0, memory);
    m_network->setPoints(0, received);
    m_network->setPoints(1, sent);
    const QDateTime now = m_clock.utcNow();
    for (TimeChart *chart : {m_cpu, m_memory, m_network})
        chart->advance(now);
}

void UsagePane::onSampled(const QList<ContainerSample> &samples)
{
    for (const ContainerSample &sample : samples) {
        if (!m_key || sample.key != *m_key)
            continue;
        m_cpu->append(0, point(sample, sample.cpuCores));
        m_memory->append(0, point(sample, asDouble(sample.memoryBytes)));
        m_network->append(0, point(sample, sample.networkReceiveBytesPerSecond));
        m_network->append(1, point(sample, sample.networkTransmitBytesPerSecond));
    }
    const QDateTime now = m_clock.utcNow();
    for (TimeChart *chart : {m_cpu, m_memory, m_network})
        chart->advance(now);
}

} // namespace mediahelm::ui
