// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// The services of a plan in the order in which they start: what is done to each, and why, a line for each reason. Those
// that stay as they are can be left out. Owned by its view; main thread.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ServiceColumn, ActionColumn, WhyColumn };
    static constexpr int columnCountOf = 3;

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(const model::Plan &plan);
    void setUnchangedShown(bool shown); // not, unless told
    int unchanged() const; // services, shown or not

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void fill();
    static QVariant text(const model::ServicePlan &service, int column);

    model::Plan m_plan;
    QList<model::ServicePlan> m_rows;
    bool m_unchangedShown = false;
};

} // namespace mediahelm::ui
