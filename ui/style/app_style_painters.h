// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

// What AppStyle draws, one function for each part of a control. Internal to ui/style.
namespace mediahelm::ui::painters {

void pushButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void toolButtonPanel(const QStyleOption *option, QPainter *painter);
void fieldPanel(const QStyleOption *option, QPainter *painter);
void focusRing(const QStyleOption *option, QPainter *painter);
void checkBox(const QStyleOption *option, QPainter *painter);
void radioButton(const QStyleOption *option, QPainter *painter);
void comboBox(const QStyleOptionComboBox *option, const QRect &arrow, QPainter *painter);
void spinBox(const QStyleOptionSpinBox *option, const QRect &up, const QRect &down, QPainter *painter);
void progressGroove(const QStyleOption *option, QPainter *painter);
void progressContents(const QStyleOptionProgressBar *option, QPainter *painter);
// A push button's icon beside its text, both in the middle, in the colours of the option's palette.
void iconAndText(const QStyleOptionButton &button, QPainter *painter, const QStyle *style, const QWidget *widget);
// The colour of a push button's words.
QColor pushButtonText(const QStyleOption *option, const QWidget *widget);

void branch(const QStyleOption *option, QPainter *painter);
void chevron(const QRectF &rect, Qt::ArrowType direction, QPainter *painter, const QColor &color);
void headerSection(const QStyleOptionHeader *option, QPainter *painter);
void itemGround(const QStyleOptionViewItem *option, QPainter *painter);
void menuPanel(const QStyleOption *option, QPainter *painter);
void menuGround(const QStyleOption *option, QPainter *painter);
void tabShape(const QStyleOptionTab *option, QPainter *painter);
void scrollBar(const QStyleOptionSlider *option, const QRect &handle, QPainter *painter, const QWidget *widget);
void quietFrame(const QStyleOption *option, QPainter *painter);
void splitter(const QStyleOption *option, QPainter *painter);

} // namespace mediahelm::ui::painters
