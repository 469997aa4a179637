// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/app_style_painters.h"

#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QPainter>
#include <QPainterPath>

namespace mediahelm::ui::painters {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

} // namespace

void chevron(const QRectF &rect, Qt::ArrowType direction, QPainter *painter, const QColor &color)
{
    const qreal reach = std::min({rect.width(), rect.height(), 16.0}) * 0.26;
    const QPointF middle = rect.center();
    QPolygonF line;
    switch (direction) {
    case Qt::UpArrow: line = {{-reach, reach / 2}, {0, -reach / 2}, {reach, reach / 2}}; break;
    case Qt::LeftArrow: line = {{reach / 2, -reach}, {-reach / 2, 0}, {reach / 2, reach}}; break;
    case Qt::RightArrow: line = {{-reach / 2, -reach}, {reach / 2, 0}, {-reach / 2, reach}}; break;
    default: line = {{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}}; break;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line.translated(middle));
    painter->restore();
}

void branch(const QStyleOption *option, QPainter *painter)
{
    if (!has(option, QStyle::State_Children))
        return;
    const Qt::ArrowType closed = option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    chevron(option->rect, has(option, QStyle::State_Open) ? Qt::DownArrow : closed, painter,
            paletteOf(option->palette).textMuted);
}

void headerSection(const QStyleOptionHeader *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    painter->fillRect(option->rect,
                      has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled) ? palette.hover
                                                                                                 : palette.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), palette.line);
}

void itemGround(const QStyleOptionViewItem *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, palette.selection);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, palette.hover);
    else if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
}

void menuPanel(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    painter->fillRect(option->rect, palette.surface);
    painter->setPen(QPen(palette.line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void menuGround(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(paletteOf(option->palette).selection);
    painter->drawRoundedRect(option->rect.adjusted(4, 1, -4, -1), 4, 4);
    painter->restore();
}

void tabShape(const QStyleOptionTab *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool selected = has(option, QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!selected && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.hover);
        painter->drawRoundedRect(option->rect.adjusted(2, 2, -2, -4), controlRadius, controlRadius);
    }
    if (selected) {
        const QRectF mark(option->rect.left() + 8, option->rect.bottom() - 2, option->rect.width() - 16, 3);
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.accent);
        painter->drawRoundedRect(mark, 1.5, 1.5);
    }
    painter->restore();
}

void scrollBar(const QStyleOptionSlider *option, const QRect &handle, QPainter *painter, const QWidget *widget)
{
    const Palette &palette = paletteOf(option->palette);
    painter->save();
    if (!widget || widget->testAttribute(Qt::WA_OpaquePaintEvent))
        painter->fillRect(option->rect, palette.surface);
    if (option->maximum > option->minimum) {
        const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
        QColor color = palette.outline;
        color.setAlphaF(lit ? 1.0F : 0.6F);
        const qreal margin = lit ? 2 : 3;
        const bool upright = option->orientation == Qt::Vertical;
        const QRectF bar =
            upright ? QRectF(handle).adjusted(margin, 1, -margin, -1) : QRectF(handle).adjusted(1, margin, -1, -margin);
        const qreal radius = (upright ? bar.width() : bar.height()) / 2;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(bar, radius, radius);
    }
    painter->restore();
}

void quietFrame(const QStyleOption *option, QPainter *painter)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame && frame->lineWidth == 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(paletteOf(option->palette).line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
}

// A line in the middle of a handle that is wide enough to be grabbed.
void splitter(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool upright = has(option, QStyle::State_Horizontal);
    const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    QRect line = option->rect;
    if (upright) {
        line.setLeft(option->rect.center().x());
        line.setWidth(1);
    } else {
        line.setTop(option->rect.center().y());
        line.setHeight(1);
    }
    painter->fillRect(line, lit ? palette.accent : palette.line);
}

} // namespace mediahelm::ui::painters
