// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ring_buffer.h"
#include "core/model/sample.h"

#include <QList>

#include <chrono>

namespace mediahelm::metrics {

// One container's last samples in 48 bytes each: rates are kept as floats, a gap as NaN or -1. Ordered and cut by our
// monotonic clock, since the engine's may differ or jump. A value type.
class SampleHistory
{
public:
    SampleHistory(model::ContainerKey key, std::size_t capacity)
        : m_key(std::move(key))
        , m_points(capacity)
    {
    }

    void push(const model::ContainerSample &sample, std::chrono::milliseconds arrived);
    QList<model::ContainerSample> since(std::chrono::milliseconds arrived) const; // oldest first
    std::chrono::milliseconds newest() const; // when the last one arrived; 0 without any

private:
    struct Point {
        qint64 arrived; // ms, monotonic
        qint64 at; // ms since 1970, UTC
        qint64 memory; // -1: a gap
        float cpu;
        float receive;
        float transmit;
        float read;
        float write;
        qint32 processes; // -1: a gap
    };

    model::ContainerSample expanded(const Point &point) const;

    model::ContainerKey m_key;
    qint64 m_memoryLimit = 0; // as last told
    base::RingBuffer<Point> m_points;
};

} // namespace mediahelm::metrics
