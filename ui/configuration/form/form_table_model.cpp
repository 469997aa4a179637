// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/form_table_model.h"

#include "ui/configuration/form/form_words.h"
#include "ui/style/icons.h"
#include "ui/style/palette.h"

#include <QApplication>

#include <algorithm>

namespace mediahelm::ui {

using control::FieldKind;
using control::FormCell;
using control::FormEdit;
using control::FormField;
using control::FormLock;
using control::FormRow;

void FormTableModel::setField(const FormField &field)
{
    const bool sameRows = field.pointer == m_field.pointer && field.kind == m_field.kind
        && std::ranges::equal(field.rows, m_field.rows, {}, &FormRow::pointer, &FormRow::pointer);
    if (!sameRows) {
        const bool keepNew = field.pointer == m_field.pointer && field.kind == m_field.kind
            && field.rows.size() <= m_field.rows.size(); // more of them: that is what it was
        beginResetModel();
        m_field = field;
        m_isAdding = m_isAdding && keepNew;
        endResetModel();
        return;
    }
    const FormField before = std::exchange(m_field, field);
    for (int row = 0; row < m_field.rows.size(); ++row) {
        if (m_field.rows.at(row) != before.rows.at(row) || m_field.lock != before.lock)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void FormTableModel::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems = problems;
    if (!m_field.rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_field.rows.size()) - 1, columnCount() - 1));
}

int FormTableModel::beginRow()
{
    const int row = int(m_field.rows.size());
    if (m_isAdding)
        return row;
    beginInsertRows({}, row, row);
    m_isAdding = true;
    m_new = QStringList(columnTitles(m_field.kind).size());
    endInsertRows();
    return row;
}

void FormTableModel::dropRow()
{
    if (!m_isAdding)
        return;
    const int row = int(m_field.rows.size());
    beginRemoveRows({}, row, row);
    m_isAdding = false;
    endRemoveRows();
}

void FormTableModel::takeRow(int row)
{
    if (isNew(row))
        dropRow();
    else if (row >= 0 && row < m_field.rows.size() && isEditable() && m_field.rows.at(row).lock != FormLock::merged)
        Q_EMIT editWanted({FormEdit::Action::remove, m_field.rows.at(row).pointer, -1, {}});
}

int FormTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_field.rows.size()) + (m_isAdding ? 1 : 0);
}

int FormTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnTitles(m_field.kind).size());
}

QString FormTableModel::text(int row, int column) const
{
    return isNew(row) ? m_new.value(column) : m_field.rows.at(row).cells.value(column).text;
}

QString FormTableModel::shown(int row, int column) const
{
    if (isFlag(column))
        return {};
    if (isNew(row))
        return m_new.value(column);
    const FormCell cell = m_field.rows.at(row).cells.value(column);
    const bool bareName =
        m_field.kind == FieldKind::pairs && column == 1 && !cell.isSet && m_field.rows.at(row).lock != FormLock::shape;
    return bareName ? tr("taken from the environment") : cell.text;
}

const model::Diagnostic *FormTableModel::problemOf(int row) const
{
    if (isNew(row))
        return nullptr;
    const QString pointer = m_field.rows.at(row).pointer;
    for (const model::Diagnostic &problem : m_problems) {
        if (problem.pointer == pointer || problem.pointer.startsWith(pointer + u'/'))
            return &problem;
    }
    return nullptr;
}

QString FormTableModel::tip(int row, int column) const
{
    if (isNew(row))
        return tr("Not in the file yet: something is missing.");
    const FormRow &found = m_field.rows.at(row);
    const FormCell cell = found.cells.value(column);
    QStringList lines;
    if (const model::Diagnostic *problem = problemOf(row))
        lines.append(problem->message);
    if (cell.hidden)
        lines.append(tr("A secret is in it."));
    else if (!cell.resolved.isEmpty())
        lines.append(tr("Comes to: %1").arg(cell.resolved));
    if (const QString lock = lockWords(found.lock); !lock.isEmpty())
        lines.append(lock);
    if (lines.isEmpty() && !cell.text.isEmpty() && !isFlag(column))
        lines.append(cell.text);
    return lines.isEmpty() ? QString() : Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
}

QVariant FormTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    const bool locked = !isNew(row) && m_field.rows.at(row).lock != FormLock::none;
    switch (role) {
    case Qt::DisplayRole: return shown(row, column);
    case Qt::EditRole: return text(row, column);
    case Qt::ToolTipRole: return tip(row, column);
    case Qt::CheckStateRole:
        if (!isFlag(column))
            return {};
        return text(row, column) == u"true" ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole: {
        const model::Diagnostic *problem = column == 0 ? problemOf(row) : nullptr;
        if (!problem)
            return {};
        const bool bad = problem->severity == model::Severity::error;
        return bad ? symbolIcon(QStringLiteral("error"), Tone::bad)
                   : symbolIcon(QStringLiteral("warning"), Tone::warning);
    }
    case Qt::ForegroundRole:
        if (locked || (!isNew(row) && shown(row, column) != text(row, column)))
            return paletteOf(QApplication::palette()).textMuted;
        return {};
    case Qt::AccessibleTextRole: {
        const QString title = columnTitles(m_field.kind).value(column);
        if (isFlag(column))
            return text(row, column) == u"true" ? title : tr("not: %1").arg(title);
        return tr("%1: %2", "column, text").arg(title, shown(row, column));
    }
    case Qt::AccessibleDescriptionRole: {
        const model::Diagnostic *problem = problemOf(row);
        return problem ? problem->message : locked ? lockWords(m_field.rows.at(row).lock) : QString();
    }
    default: return {};
    }
}

bool FormTableModel::isComplete() const
{
    const auto given = [this](int column) { return !m_new.value(column).trimmed().isEmpty(); };
    switch (m_field.kind) {
    case FieldKind::ports: return given(2);
    case FieldKind::mounts: return given(0) && given(1);
    case FieldKind::pairs: return given(0) && !m_new.value(1).isNull();
    default: return given(0);
    }
}

void FormTableModel::takeNew(int column, const QString &text)
{
    m_new[column] = text.isNull() ? QStringLiteral("") : text;
    const int row = int(m_field.rows.size());
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    if (isComplete())
        Q_EMIT editWanted({FormEdit::Action::add, m_field.pointer, -1, m_new});
}

bool FormTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool check = role == Qt::CheckStateRole && index.isValid() && isFlag(index.column());
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::EditRole && !check))
        return false;
    QString text = value.toString();
    if (check)
        text = value.toInt() == Qt::Checked ? QStringLiteral("true") : QString();
    if (isNew(index.row())) {
        takeNew(index.column(), text);
        return true;
    }
    if (text == this->text(index.row(), index.column()))
        return true; // nothing was typed
    const FormEdit edit{FormEdit::Action::set, m_field.rows.at(index.row()).pointer, index.column(), {text}};
    Q_EMIT editWanted(edit);
    return true;
}

QVariant FormTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return columnTitles(m_field.kind).value(section);
}

Qt::ItemFlags FormTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid() || index.row() >= rowCount())
        return Qt::NoItemFlags;
    if (!isNew(index.row()) && (!isEditable() || m_field.rows.at(index.row()).lock != FormLock::none))
        return flags;
    flags |= isFlag(index.column()) ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable;
    return flags;
}

} // namespace mediahelm::ui
