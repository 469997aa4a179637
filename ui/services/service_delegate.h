// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/port_link.h"

#include <QStyledItemDelegate>

#include <functional>

namespace mediahelm::ui {

// Paints the cells of the service table: shapes, sparklines, links. Owned by its view; main thread.
class ServiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Links = std::function<QList<PortLink>(const QModelIndex &)>;

    // `links` tells the ports of a row.
    ServiceDelegate(Links links, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // The link under a point of a cell of ports.
    std::optional<QUrl> linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPorts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Links m_links;
};

} // namespace mediahelm::ui
