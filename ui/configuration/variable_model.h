// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/variable_desk.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// The variables of a workspace, a row each. A value is edited in its cell; what becomes of that, who listens to
// valueWanted() decides, and the row stays as it is until setVariables(). Owned by its view's pane; main thread.
class VariableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, OriginColumn, FallbackColumn, WordsColumn, columnCountOf };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(const QList<control::WorkspaceVariable> &variables);
    const control::WorkspaceVariable *variable(const QModelIndex &index) const;
    static constexpr int VariableRole = Qt::UserRole; // a control::WorkspaceVariable

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void valueWanted(const mediahelm::control::WorkspaceVariable &variable, const QString &value);

private:
    QString text(const control::WorkspaceVariable &variable, int column) const;

    QList<control::WorkspaceVariable> m_variables;
};

} // namespace mediahelm::ui

Q_DECLARE_METATYPE(mediahelm::control::WorkspaceVariable)
