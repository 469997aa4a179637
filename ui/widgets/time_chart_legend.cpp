// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_chart_legend.h"

#include "ui/style/palette.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int swatch = 12;
constexpr int swatchGap = 6;
constexpr int valueGap = 6;
constexpr int entryGap = 12;

} // namespace

TimeChartLegend::TimeChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void TimeChartLegend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    setFixedHeight(rowsHeight(width()));
    update();
}

int TimeChartLegend::entryWidth(const Entry &entry) const
{
    const QFontMetrics metrics(font());
    // In steps, so that the entries stand still while the values change.
    const int step = metrics.averageCharWidth() * 4;
    const int value = (metrics.horizontalAdvance(entry.value) / step + 1) * step;
    return swatch + swatchGap + metrics.horizontalAdvance(entry.name) + valueGap + value;
}

QList<TimeChartLegend::Place> TimeChartLegend::places(int width) const
{
    QList<Place> result;
    const int rowHeight = QFontMetrics(font()).lineSpacing() + 2;
    int x = 0;
    int y = 0;
    for (const Entry &entry : m_entries) {
        const int wanted = std::min(entryWidth(entry), width);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += rowHeight;
        }
        result.append({QPoint(x, y), wanted});
        x += wanted + entryGap;
    }
    return result;
}

QSize TimeChartLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += entryWidth(entry) + entryGap;
    return {width, rowsHeight(std::max(width, 1))};
}

QSize TimeChartLegend::minimumSizeHint() const
{
    return {60, QFontMetrics(font()).lineSpacing() + 2};
}

int TimeChartLegend::rowsHeight(int width) const
{
    const int rowHeight = QFontMetrics(font()).lineSpacing() + 2;
    const QList<Place> all = places(width);
    return all.isEmpty() ? 0 : all.constLast().corner.y() + rowHeight;
}

void TimeChartLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(rowsHeight(event->size().width()));
}

void TimeChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = paletteOf(this);
    const QFontMetrics metrics(font());
    const int rowHeight = metrics.lineSpacing() + 2;
    const QList<Place> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const Place &place = all.at(i);
        const int left = place.corner.x();
        const int top = place.corner.y();
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.series.at(std::size_t(entry.colorIndex) % palette.series.size()));
        const auto mirrored = [this](const QRect &rect) {
            return QStyle::visualRect(layoutDirection(), this->rect(), rect);
        };
        painter.drawRoundedRect(mirrored(QRect(left, top + rowHeight / 2 - 2, swatch, 4)), 2, 2);
        const int textLeft = left + swatch + swatchGap;
        const int room = place.width - swatch - swatchGap;
        const int valueWidth = metrics.horizontalAdvance(entry.value);
        const QString name = metrics.elidedText(entry.name, Qt::ElideMiddle, room - valueGap - valueWidth);
        const int nameWidth = metrics.horizontalAdvance(name);
        painter.setPen(palette.textMuted);
        painter.drawText(mirrored(QRect(textLeft, top, nameWidth + 2, rowHeight)), Qt::AlignVCenter, name);
        painter.setPen(palette.text);
        painter.drawText(mirrored(QRect(textLeft + nameWidth + valueGap, top, valueWidth + 2, rowHeight)),
                         Qt::AlignVCenter, entry.value);
    }
}

} // namespace mediahelm::ui
