// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/app_style_painters.h"

#include "ui/style/app_style.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>

namespace mediahelm::ui {

namespace {

constexpr const char *destructiveProperty = "mediahelmDestructive";
constexpr const char *quietProperty = "mediahelmQuiet";

enum class ButtonKind { plain, primary, destructive };

ButtonKind kindOf(const QStyleOption *option, const QWidget *widget)
{
    if (widget && widget->property(destructiveProperty).toBool())
        return ButtonKind::destructive;
    if (widget && widget->property(quietProperty).toBool())
        return ButtonKind::plain;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) ? ButtonKind::primary
                                                                                  : ButtonKind::plain;
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(line.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
}

// The line of a control: quiet while it cannot be used, the focus colour and twice as wide while it has the focus.
void controlLine(const QStyleOption *option, QPainter *painter, const QColor &fill)
{
    const Palette &palette = paletteOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedBox(painter, option->rect, controlRadius, fill, enabled ? palette.outline : palette.line);
    if (enabled && has(option, QStyle::State_HasFocus)) {
        painter->setPen(QPen(palette.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius - 1, controlRadius - 1);
    }
}

QColor filledColor(const QStyleOption *option, ButtonKind kind)
{
    const Palette &palette = paletteOf(option->palette);
    const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    if (kind == ButtonKind::primary)
        return lit ? palette.accentHover : palette.accent;
    const QColor bad = palette.tone(Tone::bad).text;
    return lit ? (palette.dark ? bad.lighter(108) : bad.darker(115)) : bad;
}

} // namespace

void markDestructive(QAbstractButton *button, bool destructive)
{
    button->setProperty(destructiveProperty, destructive);
    button->update();
}

void markQuiet(QAbstractButton *button)
{
    button->setProperty(quietProperty, true);
    button->update();
}

namespace painters {

void pushButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Palette &palette = paletteOf(option->palette);
    const ButtonKind kind = kindOf(option, widget);
    painter->save();
    if (has(option, QStyle::State_Enabled) && kind != ButtonKind::plain) {
        roundedBox(painter, option->rect, controlRadius, filledColor(option, kind), {});
        if (has(option, QStyle::State_HasFocus)) {
            painter->setPen(QPen(palette.onAccent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), controlRadius - 2,
                                     controlRadius - 2);
        }
    } else {
        QColor fill = palette.surface;
        if (!has(option, QStyle::State_Enabled))
            fill = palette.window;
        else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
            fill = palette.pressed;
        else if (has(option, QStyle::State_MouseOver))
            fill = palette.hover;
        controlLine(option, painter, fill);
    }
    painter->restore();
}

QColor pushButtonText(const QStyleOption *option, const QWidget *widget)
{
    const Palette &palette = paletteOf(option->palette);
    if (!has(option, QStyle::State_Enabled))
        return palette.textDisabled;
    return kindOf(option, widget) == ButtonKind::plain ? palette.text : palette.onAccent;
}

void iconAndText(const QStyleOptionButton &button, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const int flags = Qt::AlignVCenter | Qt::AlignLeft
        | (style->styleHint(QStyle::SH_UnderlineShortcut, &button, widget) ? Qt::TextShowMnemonic
                                                                           : Qt::TextHideMnemonic);
    const QSize icon = button.iconSize;
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    QRect room = button.rect;
    if (button.features.testFlag(QStyleOptionButton::HasMenu))
        room.setWidth(room.width() - style->pixelMetric(QStyle::PM_MenuButtonIndicator, &button, widget));
    const int whole = icon.width() + space::small + text;
    const int left = room.left() + std::max((room.width() - whole) / 2, 0);
    const QRect iconPlace(QPoint(left, room.top() + (room.height() - icon.height() + 1) / 2), icon);
    const QRect textPlace(left + icon.width() + space::small, room.top(), room.right() - left - icon.width(),
                          room.height());
    const bool on = has(&button, QStyle::State_On);
    button.icon.paint(painter, QStyle::visualRect(button.direction, button.rect, iconPlace), Qt::AlignCenter,
                      has(&button, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled,
                      on ? QIcon::On : QIcon::Off);
    style->drawItemText(painter, QStyle::visualRect(button.direction, button.rect, textPlace),
                        static_cast<int>(QStyle::visualAlignment(button.direction, Qt::Alignment(flags & 0xff)))
                            | (flags & ~0xff),
                        button.palette, has(&button, QStyle::State_Enabled), button.text, QPalette::ButtonText);
}

void toolButtonPanel(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    QColor fill;
    if (has(option, QStyle::State_Sunken))
        fill = palette.pressed;
    else if (has(option, QStyle::State_On))
        fill = palette.selection;
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        fill = palette.dark ? palette.pressed : palette.hover.darker(103);
    painter->save();
    if (fill.isValid())
        roundedBox(painter, option->rect, controlRadius, fill, {});
    if (has(option, QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(palette.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius - 1, controlRadius - 1);
    }
    painter->restore();
}

void fieldPanel(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    painter->save();
    controlLine(option, painter, has(option, QStyle::State_Enabled) ? palette.surface : palette.window);
    painter->restore();
}

void focusRing(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(paletteOf(option->palette).focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius - 2, controlRadius - 2);
    painter->restore();
}

void checkBox(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor ground = enabled ? palette.accent : palette.textDisabled;
    painter->save();
    roundedBox(painter, option->rect, 4, on ? ground : (enabled ? palette.surface : palette.window),
               on ? ground : (enabled ? palette.outline : palette.line));
    const QRectF box = option->rect;
    painter->setPen(QPen(palette.onAccent, box.width() / 8.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (has(option, QStyle::State_NoChange)) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (on) {
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)}));
    }
    painter->restore();
}

void radioButton(const QStyleOption *option, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ground = enabled ? palette.accent : palette.textDisabled;
    painter->setPen(QPen(on ? ground : (enabled ? palette.outline : palette.line), 1));
    painter->setBrush(on ? ground : palette.surface);
    painter->drawEllipse(box);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.onAccent);
        painter->drawEllipse(box.center(), box.width() / 4.6, box.width() / 4.6);
    }
    painter->restore();
}

void comboBox(const QStyleOptionComboBox *option, const QRect &arrow, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    painter->save();
    QColor fill = enabled ? palette.surface : palette.window;
    if (enabled && !option->editable && has(option, QStyle::State_MouseOver))
        fill = palette.hover;
    controlLine(option, painter, fill);
    chevron(QRectF(arrow), Qt::DownArrow, painter, enabled ? palette.textMuted : palette.textDisabled);
    painter->restore();
}

void spinBox(const QStyleOptionSpinBox *option, const QRect &up, const QRect &down, QPainter *painter)
{
    const Palette &palette = paletteOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    painter->save();
    controlLine(option, painter, enabled ? palette.surface : palette.window);
    const auto arrow = [&](const QRect &rect, Qt::ArrowType direction, QAbstractSpinBox::StepEnabledFlag step) {
        const bool usable = enabled && option->stepEnabled.testFlag(step);
        chevron(QRectF(rect), direction, painter, usable ? palette.textMuted : palette.textDisabled);
    };
    arrow(up, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(down, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
    painter->restore();
}

void progressGroove(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    const QRectF bar(option->rect.left(), option->rect.center().y() - 2.0, option->rect.width(), 5);
    roundedBox(painter, bar, 2.5, paletteOf(option->palette).pressed, {});
    painter->restore();
}

void progressContents(const QStyleOptionProgressBar *option, QPainter *painter)
{
    QRectF bar(option->rect.left(), option->rect.center().y() - 2.0, option->rect.width(), 5);
    const int span = option->maximum - option->minimum;
    if (span > 0) {
        const qreal part = bar.width() * (option->progress - option->minimum) / span;
        if (option->direction == Qt::RightToLeft)
            bar.setLeft(bar.right() - part);
        else
            bar.setWidth(part);
    }
    painter->save();
    roundedBox(painter, bar, 2.5, paletteOf(option->palette).accent, {});
    painter->restore();
}

} // namespace painters

} // namespace mediahelm::ui
