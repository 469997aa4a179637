// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace mediahelm::ui {

namespace {

struct Scale {
    QRectF rect;
    qreal step;
    qreal top;
    std::size_t count;

    QPointF at(std::size_t index, float value) const
    {
        const qreal x = rect.right() - static_cast<qreal>(count - 1 - index) * step;
        return {x, rect.bottom() - rect.height() * std::clamp(value / top, 0.0, 1.0)};
    }
};

// One stretch without gaps: the line, and a pale ground under it.
void paintStretch(QPainter *painter, const Scale &scale, std::span<const float> values, std::size_t first,
                  std::size_t end, const QColor &color)
{
    if (end - first == 1) {
        painter->setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawPoint(scale.at(first, values[first]));
        return;
    }
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(end) - static_cast<qsizetype>(first) + 2);
    for (std::size_t i = first; i < end; ++i)
        line.append(scale.at(i, values[i]));
    QPolygonF ground = line;
    ground.append(QPointF(line.last().x(), scale.rect.bottom()));
    ground.append(QPointF(line.first().x(), scale.rect.bottom()));
    QColor pale = color;
    pale.setAlphaF(0.14F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pale);
    painter->drawPolygon(ground);
    painter->setPen(QPen(color, 1.3));
    painter->drawPolyline(line);
}

} // namespace

void paintSparkline(QPainter *painter, const QRectF &rect, std::span<const float> values, int slotCount, float leastTop,
                    const QColor &color)
{
    if (values.empty() || slotCount < 2 || rect.width() < 4)
        return;
    float top = leastTop;
    for (const float value : values) {
        if (!std::isnan(value))
            top = std::max(top, value);
    }
    if (!(top > 0))
        return;
    const Scale scale{rect.adjusted(1, 1, -1, -1), (rect.width() - 2) / (slotCount - 1), top, values.size()};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < values.size();) {
        if (std::isnan(values[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < values.size() && !std::isnan(values[end]))
            ++end;
        paintStretch(painter, scale, values, i, end, color);
        i = end;
    }
    painter->restore();
}

} // namespace mediahelm::ui
