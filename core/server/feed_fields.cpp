// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/feed_fields.h"

#include <cmath>

namespace mediahelm::server {

namespace {

constexpr quint64 patience = 3; // ticks; sampling and sending are not in step

QByteArray cores(const std::optional<double> &value)
{
    if (!value || !std::isfinite(*value))
        return {};
    return QByteArray::number(std::round(*value * 10000) / 10000, 'g', 10);
}

QByteArray whole(const std::optional<double> &value)
{
    if (!value || !std::isfinite(*value))
        return {};
    return QByteArray::number(std::llround(*value));
}

template<typename Number>
QByteArray count(const std::optional<Number> &value)
{
    return value ? QByteArray::number(*value) : QByteArray();
}

QByteArray countOrNull(qint64 value)
{
    return value > 0 ? QByteArray::number(value) : QByteArray();
}

} // namespace

void FeedFields::put(std::size_t index, const char *key, QByteArray text, quint64 tick)
{
    Field &field = m_fields[index];
    field.key = key;
    if (field.text == text)
        return;
    field.text = std::move(text);
    field.changed = tick;
    m_changed = tick;
}

void FeedFields::set(const model::ContainerSample &sample, quint64 tick)
{
    m_sampled = tick;
    put(0, "cpu", cores(sample.cpuCores), tick);
    put(1, "mem", count(sample.memoryBytes), tick);
    put(2, "mem_limit", countOrNull(sample.memoryLimitBytes), tick);
    put(3, "rx", whole(sample.networkReceiveBytesPerSecond), tick);
    put(4, "tx", whole(sample.networkTransmitBytesPerSecond), tick);
    put(5, "read", whole(sample.blockReadBytesPerSecond), tick);
    put(6, "write", whole(sample.blockWriteBytesPerSecond), tick);
    put(7, "pids", count(sample.processes), tick);
}

void FeedFields::set(const model::HostSample &sample, quint64 tick)
{
    m_sampled = tick;
    put(0, "cpu", cores(sample.cpuCores), tick);
    put(1, "cpus", countOrNull(sample.cpus), tick);
    put(2, "mem", count(sample.memoryBytes), tick);
    put(3, "mem_total", countOrNull(sample.memoryTotalBytes), tick);
    put(4, "load1", cores(sample.load1), tick);
}

void FeedFields::expire(quint64 tick)
{
    if (m_sampled == 0 || m_sampled + patience > tick)
        return;
    m_sampled = 0;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].key)
            put(i, m_fields[i].key, {}, tick);
    }
}

QByteArray FeedFields::json(quint64 since) const
{
    if (m_changed <= since)
        return {};
    QByteArray out;
    for (const Field &field : m_fields) {
        if (field.changed <= since || (since == 0 && field.text.isEmpty()))
            continue;
        out += out.isEmpty() ? '{' : ',';
        out += '"';
        out += field.key;
        out += "\":";
        out += field.text.isEmpty() ? QByteArrayLiteral("null") : field.text;
    }
    if (!out.isEmpty())
        out += '}';
    return out;
}

} // namespace mediahelm::server
