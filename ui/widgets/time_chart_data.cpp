// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_chart_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace mediahelm::ui {

void TimeSeriesBuffer::append(const TimePoint &point)
{
    if (m_points.isEmpty() || point.at > m_points.constLast().at)
        m_points.append(point);
}

void TimeSeriesBuffer::setPoints(const QList<TimePoint> &points)
{
    m_points.clear();
    m_points.reserve(points.size());
    for (const TimePoint &point : points)
        append(point);
}

void TimeSeriesBuffer::dropBefore(qint64 at)
{
    const auto keep = std::find_if(m_points.cbegin(), m_points.cend(), [at](const TimePoint &p) { return p.at >= at; });
    m_points.erase(m_points.cbegin(), keep);
}

std::optional<double> TimeSeriesBuffer::latest() const
{
    return m_points.isEmpty() ? std::nullopt : m_points.constLast().value;
}

std::optional<double> TimeSeriesBuffer::maximum(qint64 from, qint64 to) const
{
    std::optional<double> greatest;
    for (const TimePoint &point : m_points) {
        if (point.value && point.at >= from && point.at <= to)
            greatest = std::max(greatest.value_or(*point.value), *point.value);
    }
    return greatest;
}

std::optional<TimePoint> TimeSeriesBuffer::nearest(qint64 at, qint64 tolerance) const
{
    const auto after =
        std::lower_bound(m_points.cbegin(), m_points.cend(), at, [](const TimePoint &p, qint64 t) { return p.at < t; });
    std::optional<TimePoint> best;
    if (after != m_points.cend())
        best = *after;
    if (after != m_points.cbegin() && (!best || at - std::prev(after)->at <= best->at - at))
        best = *std::prev(after);
    if (best && std::abs(best->at - at) > tolerance)
        return std::nullopt;
    return best;
}

qint64 gapBetween(const QList<TimePoint> &points, qint64 least)
{
    constexpr qsizetype late = 8;
    qint64 closest = std::numeric_limits<qint64>::max() / 5;
    for (qsizetype i = std::max<qsizetype>(1, points.size() - late); i < points.size(); ++i)
        closest = std::min(closest, points.at(i).at - points.at(i - 1).at);
    return points.size() < 3 ? least : std::max(least, closest * 5 / 2);
}

QList<QList<QPointF>> contiguousSegments(const QList<TimePoint> &points, qint64 from, qint64 to, qint64 gapAfter)
{
    QList<QList<QPointF>> segments;
    QList<QPointF> current;
    qint64 previous = 0;
    const auto close = [&segments, &current] {
        if (!current.isEmpty())
            segments.append(std::exchange(current, {}));
    };
    for (qsizetype i = 0; i < points.size(); ++i) {
        const TimePoint &point = points.at(i);
        const bool before = point.at < from && (i + 1 == points.size() || points.at(i + 1).at < from);
        const bool after = point.at > to && (i == 0 || points.at(i - 1).at > to);
        if (before || after)
            continue;
        if (!point.value || (!current.isEmpty() && point.at - previous > gapAfter))
            close();
        if (point.value)
            current.append(QPointF(double(point.at), *point.value));
        previous = point.at;
    }
    close();
    return segments;
}

QList<QPointF> decimated(const QList<QPointF> &points, qint64 from, qint64 to, int buckets)
{
    const double width = double(to - from) / std::max(buckets, 1);
    if (width <= 0 || points.size() <= 2 * qsizetype(buckets))
        return points;
    QList<QPointF> result;
    result.reserve(2 * qsizetype(buckets) + 4);
    for (auto it = points.cbegin(); it != points.cend();) {
        const double bucket = std::floor(it->x() / width);
        const auto end = std::find_if(
            it, points.cend(), [bucket, width](const QPointF &p) { return std::floor(p.x() / width) != bucket; });
        const auto [least, greatest] =
            std::minmax_element(it, end, [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        result.append(*std::min(least, greatest));
        if (least != greatest)
            result.append(*std::max(least, greatest));
        it = end;
    }
    return result;
}

qint64 roundTimeStep(qint64 spanMs, int most)
{
    constexpr std::array<qint64, 17> seconds{1,   2,   5,    10,   15,   30,    60,    120,  300,
                                             600, 900, 1800, 3600, 7200, 21600, 43200, 86400};
    for (const qint64 step : seconds) {
        if (spanMs <= step * 1000 * most)
            return step * 1000;
    }
    return seconds.back() * 1000 * (1 + spanMs / (seconds.back() * 1000 * most));
}

ValueScale roundValueScale(double maximum, int steps, bool binary)
{
    if (!(maximum > 0) || !std::isfinite(maximum))
        maximum = 1;
    const double rough = maximum / std::max(steps, 1);
    double step = 0;
    if (binary) {
        step = std::exp2(std::ceil(std::log2(rough)));
    } else {
        const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
        constexpr std::array factors{1.0, 2.0, 2.5, 5.0, 10.0};
        const auto *factor = std::find_if(factors.begin(), factors.end(),
                                          [rough, magnitude](double f) { return f * magnitude >= rough * (1 - 1e-9); });
        step = *factor * magnitude;
    }
    return {step, step * std::ceil(maximum / step - 1e-9)};
}

} // namespace mediahelm::ui
