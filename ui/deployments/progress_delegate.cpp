// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/progress_delegate.h"

#include "ui/deployments/image_progress_model.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QPainter>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int barHeight = 6;
constexpr int leastBar = 24;

} // namespace

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    const QStyle *style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const Palette &palette = paletteOf(option.palette);
    const QRect whole = option.rect.adjusted(space::small, 0, -space::small, 0);
    const int wanted = text.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(text) + space::small;
    const int barWidth = whole.width() - wanted;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QVariant fraction = index.data(ImageProgressModel::FractionRole);
    if (fraction.isValid() && barWidth >= leastBar) {
        const QRectF groove(whole.left(), whole.center().y() - barHeight / 2.0 + 0.5, barWidth, barHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.line);
        painter->drawRoundedRect(groove, barHeight / 2.0, barHeight / 2.0);
        const double share = std::clamp(fraction.toDouble(), 0.0, 1.0);
        QRectF done = groove;
        done.setWidth(std::max<double>(barHeight, groove.width() * share));
        if (share > 0) {
            painter->setBrush(palette.accent);
            painter->drawRoundedRect(done, barHeight / 2.0, barHeight / 2.0);
        }
    }
    painter->setPen(palette.textMuted);
    painter->drawText(whole, int(Qt::AlignRight | Qt::AlignVCenter), text);
    painter->restore();
}

} // namespace mediahelm::ui
