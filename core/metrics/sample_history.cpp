// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/sample_history.h"

#include <cmath>
#include <limits>

namespace mediahelm::metrics {

using model::ContainerSample;
using std::chrono::milliseconds;

namespace {

float packed(std::optional<double> value)
{
    return value ? float(*value) : std::numeric_limits<float>::quiet_NaN();
}

std::optional<double> unpacked(float value)
{
    return std::isnan(value) ? std::nullopt : std::optional<double>(double(value));
}

} // namespace

void SampleHistory::push(const ContainerSample &sample, milliseconds arrived)
{
    m_memoryLimit = sample.memoryLimitBytes;
    m_points.push({arrived.count(), sample.at.toMSecsSinceEpoch(), sample.memoryBytes.value_or(-1),
                   packed(sample.cpuCores), packed(sample.networkReceiveBytesPerSecond),
                   packed(sample.networkTransmitBytesPerSecond), packed(sample.blockReadBytesPerSecond),
                   packed(sample.blockWriteBytesPerSecond), sample.processes.value_or(-1)});
}

QList<ContainerSample> SampleHistory::since(milliseconds arrived) const
{
    QList<ContainerSample> samples;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points.at(i).arrived >= arrived.count())
            samples.append(expanded(m_points.at(i)));
    }
    return samples;
}

milliseconds SampleHistory::newest() const
{
    return milliseconds(m_points.empty() ? 0 : m_points.newest().arrived);
}

ContainerSample SampleHistory::expanded(const Point &point) const
{
    ContainerSample sample;
    sample.key = m_key;
    sample.at = QDateTime::fromMSecsSinceEpoch(point.at, Qt::UTC);
    sample.cpuCores = unpacked(point.cpu);
    sample.memoryBytes = point.memory < 0 ? std::nullopt : std::optional(point.memory);
    sample.memoryLimitBytes = m_memoryLimit;
    sample.networkReceiveBytesPerSecond = unpacked(point.receive);
    sample.networkTransmitBytesPerSecond = unpacked(point.transmit);
    sample.blockReadBytesPerSecond = unpacked(point.read);
    sample.blockWriteBytesPerSecond = unpacked(point.write);
    sample.processes = point.processes < 0 ? std::nullopt : std::optional<int>(point.processes);
    return sample;
}

} // namespace mediahelm::metrics
