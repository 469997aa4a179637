// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/variable_delegate.h"

#include "ui/configuration/variable_model.h"
#include "ui/style/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimeZone>

namespace mediahelm::ui {

using control::VariableType;
using control::WorkspaceVariable;

namespace {

WorkspaceVariable variableOf(const QModelIndex &index)
{
    return index.data(VariableModel::VariableRole).value<WorkspaceVariable>();
}

QStringList choicesOf(const WorkspaceVariable &variable)
{
    if (variable.type != VariableType::timeZone)
        return variable.values;
    QStringList zones;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        zones.append(QString::fromLatin1(id));
    return zones;
}

} // namespace

VariableDelegate::VariableDelegate(const QString &folder, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_folder(folder)
{
}

QWidget *VariableDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    Q_UNUSED(option)
    const WorkspaceVariable variable = variableOf(index);
    const QStringList choices = choicesOf(variable);
    if (!choices.isEmpty()) {
        auto *box = new QComboBox(parent);
        box->setEditable(true); // a reference can be typed
        box->addItems(choices);
        box->setAccessibleName(variable.name);
        return box;
    }
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setAccessibleName(variable.name);
    edit->setPlaceholderText(variable.fallback);
    if (variable.type == VariableType::number || variable.type == VariableType::port) {
        edit->setInputMethodHints(Qt::ImhPreferNumbers);
        if (variable.least && variable.most)
            edit->setToolTip(
                tr("From %1 to %2")
                    .arg(QString::number(*variable.least, 'g', 12), QString::number(*variable.most, 'g', 12)));
    }
    if (variable.type == VariableType::path) {
        QAction *choose = edit->addAction(symbolIcon(QStringLiteral("folder_open")), QLineEdit::TrailingPosition);
        choose->setToolTip(tr("Choose a folder"));
        connect(choose, &QAction::triggered, this,
                [this, parent, kept = QPersistentModelIndex(index)] { chooseFolder(parent, kept); });
    }
    return edit;
}

void VariableDelegate::chooseFolder(QWidget *parent, const QModelIndex &index) const
{
    // The field ends when the dialog takes the focus; what is chosen goes into its cell all the same.
    auto *dialog = new QFileDialog(parent->window(), tr("Choose a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const QString now = variableOf(index).value;
    if (!now.isEmpty())
        dialog->setDirectory(QDir(m_folder).absoluteFilePath(now));
    const auto *view = qobject_cast<const QAbstractItemView *>(QObject::parent());
    connect(dialog, &QFileDialog::fileSelected, view->model(),
            [model = view->model(), kept = QPersistentModelIndex(index)](const QString &folder) {
                model->setData(kept, folder, Qt::EditRole);
            });
    dialog->open();
}

void VariableDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setEditText(text);
    else if (auto *edit = qobject_cast<QLineEdit *>(editor); edit && !edit->isModified())
        edit->setText(text);
}

void VariableDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentText(), Qt::EditRole);
    else if (const auto *edit = qobject_cast<QLineEdit *>(editor))
        model->setData(index, edit->text(), Qt::EditRole);
}

} // namespace mediahelm::ui
