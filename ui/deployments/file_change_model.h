// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_diff.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// The files of a diff, and what became of each. Owned by its view; main thread.
class FileChangeModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, ChangeColumn, LinesColumn };
    static constexpr int columnCountOf = 3;

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const model::Changes &changes);
    const model::FileChange *change(const QModelIndex &index) const; // nullptr for none
    int rowOf(const QString &path) const; // -1: not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    model::Changes m_changes;
};

QString lineCounts(const model::FileChange &change); // "+3 −1"; empty where no lines are told

} // namespace mediahelm::ui
