// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/service_look.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace mediahelm::ui {

namespace {

// Everything below draws on a square of 16 x 16.

QPen inkPen(const QColor &color, qreal width = 1.8)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

// Cuts a sign out of a filled shape, so that it reads on any ground.
QPainterPath cut(const QPainterPath &shape, const QPainterPath &lines, qreal width)
{
    QPainterPathStroker stroker(QPen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    return shape.subtracted(stroker.createStroke(lines));
}

QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> parts)
{
    QPainterPath path;
    for (const auto &part : parts) {
        bool first = true;
        for (const QPointF &point : part) {
            first ? path.moveTo(point) : path.lineTo(point);
            first = false;
        }
    }
    return path;
}

QPainterPath disc()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6.8, 6.8);
    return path;
}

QPainterPath triangle()
{
    QPainterPath path(QPointF(8, 1.2));
    path.lineTo(15.4, 14.4);
    path.lineTo(0.6, 14.4);
    path.closeSubpath();
    return path;
}

QPainterPath octagon()
{
    QPainterPath path;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * M_PI / 4;
        const QPointF point(8 + 7.4 * std::cos(angle), 8 + 7.4 * std::sin(angle));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath crossLines(qreal reach)
{
    return lines({{{8 - reach, 8 - reach}, {8 + reach, 8 + reach}}, {{8 + reach, 8 - reach}, {8 - reach, 8 + reach}}});
}

void paintRestarting(QPainter *painter, const QColor &color)
{
    painter->setPen(inkPen(color, 2.0));
    painter->drawArc(QRectF(2.4, 2.4, 11.2, 11.2), 20 * 16, 280 * 16);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF({{15.6, 2.2}, {15.2, 8.2}, {10.4, 4.9}}));
}

void paintQuestion(QPainter *painter, const QColor &color)
{
    painter->setPen(inkPen(color, 1.4));
    painter->drawEllipse(QPointF(8, 8), 6.6, 6.6);
    QPainterPath hook(QPointF(6.0, 6.4));
    hook.cubicTo(6.0, 3.4, 10.2, 3.6, 10.0, 6.3);
    hook.cubicTo(9.9, 7.7, 8.0, 7.6, 8.0, 9.4);
    painter->drawPath(hook);
    painter->drawPoint(QPointF(8, 11.9));
}

void paintShape(QPainter *painter, ServiceLook look, const QColor &color)
{
    painter->setBrush(Qt::NoBrush);
    painter->setPen(inkPen(color));
    const auto fill = [&](const QPainterPath &path) { painter->fillPath(path, color); };
    switch (look) {
    case ServiceLook::running: fill(disc()); break;
    case ServiceLook::healthy: fill(cut(disc(), lines({{{4.9, 8.3}, {7.2, 10.6}, {11.3, 5.7}}}), 1.9)); break;
    case ServiceLook::unhealthy: fill(cut(triangle(), lines({{{8, 6}, {8, 9.4}}, {{8, 12}, {8, 12.05}}}), 1.8)); break;
    case ServiceLook::starting:
        painter->setPen(inkPen(color, 2.2));
        painter->drawArc(QRectF(2.2, 2.2, 11.6, 11.6), 90 * 16, -270 * 16);
        break;
    case ServiceLook::restarting: paintRestarting(painter, color); break;
    case ServiceLook::paused: {
        QPainterPath bars;
        bars.addRoundedRect(QRectF(3.4, 2.2, 3.4, 11.6), 1, 1);
        bars.addRoundedRect(QRectF(9.2, 2.2, 3.4, 11.6), 1, 1);
        fill(bars);
        break;
    }
    case ServiceLook::exited: painter->drawRoundedRect(QRectF(2.4, 2.4, 11.2, 11.2), 2, 2); break;
    case ServiceLook::failed: {
        QPainterPath square;
        square.addRoundedRect(QRectF(1.6, 1.6, 12.8, 12.8), 2.4, 2.4);
        fill(cut(square, crossLines(2.9), 1.9));
        break;
    }
    case ServiceLook::dead:
        painter->drawPath(octagon());
        painter->drawPath(crossLines(2.4));
        break;
    case ServiceLook::created: {
        QPen dotted(color, 1.8, Qt::CustomDashLine, Qt::RoundCap);
        dotted.setDashPattern({0.01, 2.6});
        painter->setPen(dotted);
        painter->drawEllipse(QPointF(8, 8), 6.2, 6.2);
        break;
    }
    case ServiceLook::removing:
        painter->drawEllipse(QPointF(8, 8), 6.4, 6.4);
        painter->drawLine(QPointF(5, 8), QPointF(11, 8));
        break;
    case ServiceLook::unknown: paintQuestion(painter, color); break;
    }
}

} // namespace

void paintLook(QPainter *painter, const QRectF &rect, ServiceLook look, const QColor &color)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center() - QPointF(side / 2, side / 2));
    painter->scale(side / 16, side / 16);
    paintShape(painter, look, color);
    painter->restore();
}

} // namespace mediahelm::ui
