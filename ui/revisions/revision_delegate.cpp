// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revision_delegate.h"

#include "ui/deployments/deployment_words.h"
#include "ui/revisions/revision_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QApplication>
#include <QPainter>

namespace mediahelm::ui {

namespace {

constexpr int padding = 8;
constexpr int gap = 8;
constexpr int mostOfWidth = 2; // a part of the line that tags may take: half

// Draws a symbol and a word in a pill whose right end is at `right`; returns where it begins.
int paintBadge(QPainter *painter, const QRect &line, Tone tone, const QString &symbol, const QString &word,
               const QStyleOptionViewItem &option, int most)
{
    const Palette::ToneColors &colors = paletteOf(option.palette).tone(tone);
    const QFontMetrics metrics = painter->fontMetrics();
    const int icon = metrics.ascent();
    const QString shown = metrics.elidedText(word, Qt::ElideRight, most - icon - 3 * gap);
    const int width = metrics.horizontalAdvance(shown) + icon + 2 * gap + 2;
    const int height = metrics.height() + 2;
    const QRect pill = QStyle::visualRect(
        option.direction, option.rect, QRect(line.right() - width + 1, line.center().y() - height / 2, width, height));
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.soft);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect shape(mirrored ? pill.right() - gap - icon : pill.left() + gap, pill.center().y() - icon / 2, icon, icon);
    painter->drawPixmap(shape, symbolPixmap(symbol, shape.size(), painter->device()->devicePixelRatioF(), colors.text));
    painter->setPen(colors.text);
    const QRect text = mirrored ? pill.adjusted(gap, 0, -gap - icon - 4, 0) : pill.adjusted(gap + icon + 4, 0, 0, 0);
    painter->drawText(text, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), shown);
    return line.right() - width - gap;
}

void paintWords(QPainter *painter, const QRect &line, const QString &text, const QColor &color,
                const QStyleOptionViewItem &option)
{
    painter->setPen(color);
    const QRect place = QStyle::visualRect(option.direction, option.rect, line);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter->drawText(place, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), shown);
}

} // namespace

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int first = QFontMetrics(strongFont(option.font)).height();
    const int second = QFontMetrics(captionFont(option.font)).height();
    return {0, first + second + 2 * padding + 4};
}

void RevisionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RevisionModel *>(index.model());
    const model::Revision *revision = model ? model->revision(index) : nullptr;
    if (!revision)
        return;
    QStyleOptionViewItem ground = option;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Palette &palette = paletteOf(option.palette);
    const QRect whole = option.rect.adjusted(padding + 2, padding, -padding - 2, -padding);
    const int firstHeight = QFontMetrics(strongFont(option.font)).height();
    QRect first(whole.left(), whole.top(), whole.width(), firstHeight);
    QRect second(whole.left(), whole.top() + firstHeight + 4, whole.width(),
                 whole.bottom() - whole.top() - firstHeight - 3);

    painter->setFont(captionFont(option.font));
    if (revision->deployment) {
        const model::Verdict verdict = revision->deployment->verdict;
        first.setRight(paintBadge(painter, first, verdictTone(verdict), verdictSymbol(verdict), verdictWord(verdict),
                                  option, first.width()));
    }
    for (const QString &tag : revision->tags) {
        if (second.width() > whole.width() / mostOfWidth)
            second.setRight(paintBadge(painter, second, Tone::info, QStringLiteral("sell"), tag, option,
                                       whole.width() / mostOfWidth));
    }
    const int icon = QFontMetrics(option.font).ascent();
    const QRect shape = QStyle::visualRect(option.direction, option.rect,
                                           QRect(first.left(), first.center().y() - icon / 2, icon, icon));
    painter->drawPixmap(shape,
                        symbolPixmap(revisionKindSymbol(revision->kind), shape.size(),
                                     painter->device()->devicePixelRatioF(), palette.textMuted));
    paintWords(painter, second, revisionLine(*revision), palette.textMuted, option);
    painter->setFont(strongFont(option.font));
    paintWords(painter, first.adjusted(icon + gap, 0, 0, 0), revisionTitle(*revision), palette.text, option);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(palette.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), controlRadius, controlRadius);
    }
    painter->restore();
}

} // namespace mediahelm::ui
