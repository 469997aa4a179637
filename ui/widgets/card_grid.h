// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace mediahelm::ui {

// Cards in as many columns as the width has room for, all as wide, at most so many. Owned by its parent; main thread.
class CardGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit CardGrid(int leastColumnWidth, int mostColumns, QWidget *parent = nullptr);

    // In this order; takes them as children. Those that are no longer named stay children and are hidden.
    void setCards(const QList<QWidget *> &cards);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsFor(int width) const;
    void place(int columns);

    const int m_leastColumnWidth;
    const int m_mostColumns;
    int m_columns = 0;
    QGridLayout *m_layout;
    QList<QWidget *> m_cards;
};

} // namespace mediahelm::ui
