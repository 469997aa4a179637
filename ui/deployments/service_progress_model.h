// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// The services of a deployment as they come up, those that it does not touch at the end. Rows stay where they are while
// it goes. Owned by its view; main thread.
class ServiceProgressModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ServiceColumn, StateColumn, SinceColumn, DetailColumn };
    static constexpr int columnCountOf = 4;

    using QAbstractTableModel::QAbstractTableModel;

    void setServices(const QList<model::ServiceProgress> &services, const QDateTime &now);
    void advance(const QDateTime &now); // how long ago
    int count(model::ServiceProgress::State state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const model::ServiceProgress &service, int column) const;

    QList<model::ServiceProgress> m_rows;
    QDateTime m_now;
};

} // namespace mediahelm::ui
