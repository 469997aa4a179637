// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace mediahelm::ui {

namespace {

constexpr int tabPadding = 9;
constexpr int symbolSide = 20;
constexpr int markWidth = 3;

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTabBar(parent)
{
    setShape(QTabBar::RoundedWest);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the page
    setAccessibleName(tr("Pages"));
    for (int i = 0; i < pageCount; ++i) {
        addTab(pageTitle(PageId(i)));
        setTabToolTip(i,
                      tr("%1 (%2)", "page, shortcut")
                          .arg(pageTitle(PageId(i)),
                               QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)).toString(QKeySequence::NativeText)));
    }
}

void Sidebar::setBadge(PageId page, int count)
{
    int &badge = m_badges.at(static_cast<std::size_t>(page));
    if (badge == count)
        return;
    badge = count;
    const int index = int(page);
    setAccessibleTabName(
        index, count > 0 ? tr("%1, %n need attention", nullptr, count).arg(pageTitle(page)) : pageTitle(page));
    update();
}

QSize Sidebar::tabSizeHint(int) const
{
    const int side = std::max(fontMetrics().height(), symbolSide) + 2 * tabPadding;
    return {fontMetrics().averageCharWidth() * 24 + symbolSide, side};
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void Sidebar::paintTab(QPainter &painter, int index) const
{
    const Palette &palette = paletteOf(this);
    const bool current = index == currentIndex();
    const QRect whole = tabRect(index).adjusted(0, 1, 0, -1);
    const auto mirrored = [this, &whole](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), whole, rect);
    };
    if (current || index == m_hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(current ? palette.selection : palette.hover);
        painter.drawRoundedRect(whole, controlRadius, controlRadius);
    }
    if (current) {
        painter.setBrush(palette.accent);
        const QRect mark(whole.left(), whole.top() + whole.height() / 4, markWidth, whole.height() / 2);
        painter.drawRoundedRect(mirrored(mark), markWidth / 2.0, markWidth / 2.0);
    }
    const QColor ink = current ? palette.text : palette.textMuted;
    const int top = whole.top() + (whole.height() - symbolSide) / 2;
    const QRect icon = mirrored(QRect(whole.left() + space::medium, top, symbolSide, symbolSide));
    painter.drawPixmap(icon,
                       symbolPixmap(pageSymbol(PageId(index), current), icon.size(), devicePixelRatioF(),
                                    current ? palette.accent : ink));
    painter.setFont(current ? strongFont(font()) : font());
    painter.setPen(ink);
    const int textLeft = whole.left() + space::medium + symbolSide + space::medium;
    const QRect text = mirrored(QRect(textLeft, whole.top(), whole.right() - textLeft, whole.height()));
    painter.drawText(text,
                     int(Qt::AlignVCenter | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)),
                     tabText(index));

    if (const int badge = m_badges.at(std::size_t(index)); badge > 0) {
        painter.setFont(captionFont(font()));
        const QString number = QString::number(badge);
        const int height = painter.fontMetrics().height() + 2;
        const int width = std::max(height, painter.fontMetrics().horizontalAdvance(number) + 10);
        const QRect pill = mirrored(
            QRect(whole.right() - space::small - width, whole.top() + (whole.height() - height) / 2, width, height));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.tone(Tone::bad).soft);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setPen(palette.tone(Tone::bad).text);
        painter.drawText(pill, Qt::AlignCenter, number);
    }
    if (current && hasFocus() && m_focusShown) {
        painter.setPen(QPen(palette.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), controlRadius, controlRadius);
    }
}

void Sidebar::mouseMoveEvent(QMouseEvent *event)
{
    QTabBar::mouseMoveEvent(event);
    const int hovered = tabAt(event->position().toPoint());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
}

void Sidebar::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_focusShown = reason != Qt::MouseFocusReason && reason != Qt::ActiveWindowFocusReason;
    QTabBar::focusInEvent(event);
}

void Sidebar::leaveEvent(QEvent *event)
{
    QTabBar::leaveEvent(event);
    m_hovered = -1;
    update();
}

} // namespace mediahelm::ui
