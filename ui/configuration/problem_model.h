// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// What is wrong in all files of the workspace: errors first, then by file and place. Owned by its view's page; main
// thread.
class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, PlaceColumn, columnCountOf };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(QList<model::Diagnostic> problems);
    const QList<model::Diagnostic> &problems() const { return m_problems; }
    const model::Diagnostic *problem(const QModelIndex &index) const;
    int count(model::Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<model::Diagnostic> m_problems;
};

} // namespace mediahelm::ui
