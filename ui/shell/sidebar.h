// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_actions.h"

#include <QTabBar>

namespace mediahelm::ui {

// The list of pages at the window's leading edge: a tab bar standing upright, so that arrow keys and screen readers
// know it as what it is. The current page is marked by a bar, weight, filled icon and ground. Owned by the main window;
// main thread.
class Sidebar final : public QTabBar
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    PageId current() const { return PageId(currentIndex()); }
    void setCurrent(PageId page) { setCurrentIndex(int(page)); }
    // A count of things that need attention beside the page's name; 0 for none.
    void setBadge(PageId page, int count);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintTab(QPainter &painter, int index) const;

    int m_hovered = -1;
    bool m_focusShown = false; // the focus came by the keyboard
    std::array<int, pageCount> m_badges{};
};

} // namespace mediahelm::ui
