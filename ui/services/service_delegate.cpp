// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/service_delegate.h"

#include "ui/models/service_model.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/service_look.h"
#include "ui/widgets/sparkline.h"

#include <QApplication>
#include <QPainter>

namespace mediahelm::ui {

namespace {

constexpr int cellMargin = 8;
constexpr int linkGap = 10;
constexpr int rowPadding = 16;

QRect inner(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
}

Qt::Alignment alignment(const QStyleOptionViewItem &option, Qt::Alignment logical)
{
    return QStyle::visualAlignment(option.direction, logical) | Qt::AlignVCenter;
}

void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
              Qt::Alignment align, const QColor &color)
{
    if (text.isEmpty())
        return;
    painter->setPen(color);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(alignment(option, align)), shown);
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

QColor textColor(const Palette &palette, bool stale, bool strong)
{
    return stale || !strong ? palette.textMuted : palette.text;
}

// Where a cell's shape lies, and the room that is left for words.
std::pair<QRect, QRect> shapeAndWords(const QStyleOptionViewItem &option, int shape)
{
    const QRect cell = inner(option);
    QRect left(cell.left(), cell.center().y() - shape / 2 + 1, shape, shape);
    QRect rest = cell.adjusted(shape + 8, 0, 0, 0);
    return {QStyle::visualRect(option.direction, cell, left), QStyle::visualRect(option.direction, cell, rest)};
}

} // namespace

ServiceDelegate::ServiceDelegate(Links links, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_links(std::move(links))
{
}

QSize ServiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, std::max(option.fontMetrics.height() + rowPadding, smallestTarget)};
}

void ServiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    painter->save();
    painter->setFont(option.font);
    if (index.data(ServiceModel::IsGroupRole).toBool())
        paintGroup(painter, option, index);
    else if (index.column() == ServiceModel::Service || index.column() == ServiceModel::State)
        paintState(painter, option, index);
    else if (index.column() == ServiceModel::Ports)
        paintPorts(painter, option, index);
    else
        paintCell(painter, option, index);
    painter->restore();
}

void ServiceDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = paletteOf(option.palette);
    const bool name = index.column() == ServiceModel::Service;
    if (name)
        painter->setFont(strongFont(option.font));
    const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    const bool cpu = index.column() == ServiceModel::Cpu;
    drawText(painter, option, inner(option), index.data(Qt::DisplayRole).toString(), cpu ? Qt::AlignRight : align,
             textColor(palette, index.data(ServiceModel::StaleRole).toBool(), name));
}

void ServiceDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = paletteOf(option.palette);
    const auto look = static_cast<ServiceLook>(index.data(ServiceModel::LookRole).toInt());
    const bool stale = index.data(ServiceModel::StaleRole).toBool();
    const bool busy = index.data(ServiceModel::BusyRole).toBool();
    const bool failed = index.data(ServiceModel::FailedRole).toBool();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.column() == ServiceModel::Service) {
        const QColor ink = stale ? palette.textMuted : palette.tone(toneOf(look)).text;
        const auto [shape, words] = shapeAndWords(option, option.fontMetrics.ascent() + 1);
        paintLook(painter, shape, look, ink);
        drawText(painter, option, words, text, Qt::AlignLeft, textColor(palette, stale, true));
        return;
    }
    QColor ink = stale ? palette.textMuted : palette.tone(toneOf(look)).text;
    if (busy)
        ink = palette.tone(Tone::info).text;
    else if (failed)
        ink = palette.tone(Tone::bad).text;
    if (busy || failed || isTrouble(look))
        painter->setFont(strongFont(option.font));
    drawText(painter, option, inner(option), text, Qt::AlignLeft, ink);
}

void ServiceDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = paletteOf(option.palette);
    const bool stale = index.data(ServiceModel::StaleRole).toBool();
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect cell = inner(option);
    if (index.column() != ServiceModel::Cpu) {
        const auto align =
            static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
        drawText(painter, option, cell, text, align, textColor(palette, stale, index.column() == ServiceModel::Memory));
        return;
    }
    const auto values = index.data(ServiceModel::SparkRole).value<QList<float>>();
    const int words = option.fontMetrics.horizontalAdvance(QStringLiteral("000.0 %"));
    QRect spark(cell.left(), cell.top() + 5, cell.width() - words - 6, cell.height() - 10);
    QRect number(cell.right() - words + 1, cell.top(), words, cell.height());
    spark = QStyle::visualRect(option.direction, cell, spark);
    number = QStyle::visualRect(option.direction, cell, number);
    paintSparkline(painter, spark, {values.constData(), static_cast<std::size_t>(values.size())}, sparkSlots,
                   sparkLeastTop, stale ? palette.textDisabled : palette.series.front());
    drawText(painter, option, number, text, Qt::AlignRight, textColor(palette, stale, true));
}

void ServiceDelegate::paintPorts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = paletteOf(option.palette);
    const bool stale = index.data(ServiceModel::StaleRole).toBool();
    QRect cell = inner(option);
    for (const PortLink &link : m_links(index)) {
        const int width = painter->fontMetrics().horizontalAdvance(link.text) + 1;
        const QRect place =
            QStyle::visualRect(option.direction, inner(option),
                               QRect(cell.left(), cell.top(), std::min(width, cell.width()), cell.height()));
        const bool usable = link.url && !stale;
        drawText(painter, option, place, link.text, Qt::AlignLeft, usable ? palette.accent : palette.textMuted);
        if (usable && place.width() > 4) {
            const int y = place.center().y() + option.fontMetrics.ascent() / 2 + 1;
            painter->drawLine(place.left(), y, place.right(), y);
        }
        cell.setLeft(cell.left() + width + linkGap);
        if (cell.width() < 12)
            return;
    }
}

std::optional<QUrl> ServiceDelegate::linkAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                            const QPoint &point) const
{
    if (index.column() != ServiceModel::Ports || index.data(ServiceModel::IsGroupRole).toBool())
        return std::nullopt;
    QRect cell = inner(option);
    for (const PortLink &link : m_links(index)) {
        const int width = option.fontMetrics.horizontalAdvance(link.text);
        const QRect place =
            QStyle::visualRect(option.direction, inner(option), QRect(cell.left(), cell.top(), width, cell.height()));
        if (place.adjusted(-4, 0, 4, 0).contains(point))
            return link.url;
        cell.setLeft(cell.left() + width + linkGap);
    }
    return std::nullopt;
}

} // namespace mediahelm::ui
