// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card_grid.h"

#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace mediahelm::ui {

CardGrid::CardGrid(int leastColumnWidth, int mostColumns, QWidget *parent)
    : QWidget(parent)
    , m_leastColumnWidth(leastColumnWidth)
    , m_mostColumns(mostColumns)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::medium);
}

void CardGrid::setCards(const QList<QWidget *> &cards)
{
    if (cards == m_cards)
        return;
    for (QWidget *old : std::as_const(m_cards)) {
        m_layout->removeWidget(old);
        if (!cards.contains(old))
            old->hide();
    }
    m_cards = cards;
    for (qsizetype i = 0; i < cards.size(); ++i) {
        cards.at(i)->setParent(this);
        cards.at(i)->show();
        if (i > 0)
            setTabOrder(cards.at(i - 1), cards.at(i));
    }
    place(columnsFor(width()));
}

int CardGrid::columnsFor(int width) const
{
    const int fitting = (width + space::medium) / (m_leastColumnWidth + space::medium);
    return std::clamp(fitting, 1, m_mostColumns);
}

void CardGrid::place(int columns)
{
    for (QWidget *card : std::as_const(m_cards))
        m_layout->removeWidget(card);
    m_columns = columns;
    for (int column = 0; column < m_mostColumns; ++column)
        m_layout->setColumnStretch(column, column < columns ? 1 : 0);
    for (int i = 0; i < int(m_cards.size()); ++i)
        m_layout->addWidget(m_cards.at(i), i / columns, i % columns);
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = columnsFor(event->size().width());
    if (columns != m_columns)
        place(columns);
}

QSize CardGrid::minimumSizeHint() const
{
    // One column: more would hold the window open.
    return {0, QWidget::minimumSizeHint().height()};
}

} // namespace mediahelm::ui
