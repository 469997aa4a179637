// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_desk.h"
#include "core/model/diagnostic.h"

#include <QAbstractTableModel>

namespace mediahelm::ui {

// The rows of one field of the form: ports, mounts, variables, ... An edited cell is asked for and stays as it is until
// setField(); a new row is kept here until it has what every such row has. Owned by its table; main thread.
class FormTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setField(const control::FormField &field);
    const control::FormField &field() const { return m_field; }
    void setProblems(const QList<model::Diagnostic> &problems); // of this field
    bool isEditable() const { return m_field.lock == control::FormLock::none; }

    int beginRow(); // of a new row; its number
    void dropRow(); // a new row that did not come to be
    bool isNew(int row) const { return m_isAdding && row == m_field.rows.size(); }
    void takeRow(int row); // out of the file: asks for it

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void editWanted(const mediahelm::control::FormEdit &edit);

private:
    bool isFlag(int column) const { return m_field.kind == control::FieldKind::mounts && column == 2; }
    bool isComplete() const; // the new row
    void takeNew(int column, const QString &text);
    QString text(int row, int column) const; // as written
    QString shown(int row, int column) const;
    QString tip(int row, int column) const;
    const model::Diagnostic *problemOf(int row) const;

    control::FormField m_field;
    QList<model::Diagnostic> m_problems;
    bool m_isAdding = false;
    QStringList m_new; // the cells of the new row; null ones were not given yet
};

} // namespace mediahelm::ui
