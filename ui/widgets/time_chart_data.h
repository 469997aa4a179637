// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <optional>

// The arithmetic of a time chart, without any widget: plain values and pure functions; any thread. Times are
// milliseconds since 1970, UTC.
namespace mediahelm::ui {

struct TimePoint {
    qint64 at = 0;
    std::optional<double> value; // nullopt: looked, and could not be measured
};

// The points of one line, in order of time, no older than a bound. A value type.
class TimeSeriesBuffer
{
public:
    // A point that is not newer than the last is dropped: an engine that repeats itself, a clock set back.
    void append(const TimePoint &point);
    void setPoints(const QList<TimePoint> &points);
    void dropBefore(qint64 at);

    const QList<TimePoint> &points() const { return m_points; }
    std::optional<double> latest() const; // of the last point
    std::optional<double> maximum(qint64 from, qint64 to) const;
    // The point whose time is nearest to `at`, no farther than `tolerance`.
    std::optional<TimePoint> nearest(qint64 at, qint64 tolerance) const;

private:
    QList<TimePoint> m_points;
};

// From which distance on two points have a gap between them: `least` milliseconds, or more where the points of late
// have all been farther apart than usual, since some engines measure slowly.
qint64 gapBetween(const QList<TimePoint> &points, qint64 least);

// Runs of points without a gap, each as (milliseconds, value), of what lies in [from, to] and the one neighbour on
// either side. A gap is a missing value, or more than `gapAfter` milliseconds between two points.
QList<QList<QPointF>> contiguousSegments(const QList<TimePoint> &points, qint64 from, qint64 to, qint64 gapAfter);

// At most two points, the least and the greatest, of each of `buckets` equal spans of [from, to], in order of time:
// what a line of that many pixels can show. Buckets lie on multiples of their width, so that a moving window does not
// make the line tremble.
QList<QPointF> decimated(const QList<QPointF> &points, qint64 from, qint64 to, int buckets);

// The smallest of 1, 2, 5, 10, 15, 30 seconds, minutes, hours ... that gives at most `most` steps in the span.
qint64 roundTimeStep(qint64 spanMs, int most);

// A round step of an axis from 0: 1, 2, 2.5 or 5 by powers of ten, or powers of two for bytes; and the top, a multiple
// of the step that is not below `maximum`.
struct ValueScale {
    double step = 1;
    double top = 1;

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};
ValueScale roundValueScale(double maximum, int steps, bool binary);

} // namespace mediahelm::ui
