// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace mediahelm::ui {

// The editors of the table of variables, by what a variable is: a list where its values can be counted, time zones to
// choose from, a path with a button for the folder, a number with its range. A reference to another variable can be
// typed in all of them. Owned by its view; main thread.
class VariableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // `folder` is where paths are relative to.
    VariableDelegate(const QString &folder, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    void chooseFolder(QWidget *parent, const QModelIndex &index) const;

    const QString m_folder;
};

} // namespace mediahelm::ui
