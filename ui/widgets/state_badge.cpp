// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_badge.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QPainter>
#include <QStyle>

namespace mediahelm::ui {

namespace {

constexpr int padding = 10;

} // namespace

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::setService(const model::Container &container)
{
    m_look = lookOf(container);
    m_symbol.clear();
    set(toneOf(*m_look), stateText(container));
}

void StateBadge::setWord(Tone tone, const QString &symbol, const QString &text)
{
    m_look.reset();
    m_symbol = symbol;
    set(tone, text);
}

void StateBadge::set(Tone tone, const QString &text)
{
    m_tone = tone;
    if (text != m_text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
    }
    update();
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(strongFont(font()));
    const int height = metrics.height() + 8;
    return {padding * 2 + metrics.ascent() + 6 + metrics.horizontalAdvance(m_text), std::max(height, smallestTarget)};
}

void StateBadge::paintEvent(QPaintEvent * /*event*/)
{
    const Palette::ToneColors &colors = paletteOf(this).tone(m_tone);
    const QFont bold = strongFont(font());
    const int icon = QFontMetrics(bold).ascent();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    QRect shape(padding, (height() - icon) / 2, icon, icon);
    QRect words(padding + icon + 6, 0, width() - padding * 2 - icon - 6, height());
    if (layoutDirection() == Qt::RightToLeft) {
        shape = QStyle::visualRect(Qt::RightToLeft, rect(), shape);
        words = QStyle::visualRect(Qt::RightToLeft, rect(), words);
    }
    if (m_look)
        paintLook(&painter, shape, *m_look, colors.text);
    else if (!m_symbol.isEmpty())
        painter.drawPixmap(shape, symbolPixmap(m_symbol, shape.size(), devicePixelRatioF(), colors.text));
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace mediahelm::ui
