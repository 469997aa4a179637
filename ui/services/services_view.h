// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/port_link.h"

#include <QHash>
#include <QJsonObject>
#include <QTimer>
#include <QTreeView>

#include <functional>

namespace mediahelm::ui {

class ServiceDelegate;

// The table itself: which columns fit, links, the focus frame around a row, and when the table must hold still. Owned
// by its page; main thread.
class ServicesView : public QTreeView
{
    Q_OBJECT

public:
    ServicesView(std::function<QList<PortLink>(const QModelIndex &)> links, QWidget *parent);

    void setMenuOpen(bool open);
    // Widths that the user has given, and the order: {"cpu": 120, "sort": "cpu", "descending": true}.
    QJsonObject columnState() const;
    void restoreColumns(const QJsonObject &state); // once the table has its model

Q_SIGNALS:
    // The hand is on it: pointer over it and moved lately, button pressed, or a menu open.
    void heldChanged(bool held);
    void linkActivated(const QUrl &url);
    void columnsChanged(); // by the user
    void openRequested(const QModelIndex &index); // Enter, or a double click

protected:
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void touch();
    void updateHeld();
    void fitColumns();
    std::optional<QUrl> linkAt(const QPoint &point) const;

    ServiceDelegate *m_delegate;
    QHash<int, int> m_widths; // as the user has made them
    bool m_fitting = false;
    QTimer m_rest; // since the pointer last moved
    bool m_over = false;
    bool m_pressed = false;
    bool m_menuOpen = false;
    bool m_held = false;
    std::optional<QUrl> m_pressedLink;
};

} // namespace mediahelm::ui
