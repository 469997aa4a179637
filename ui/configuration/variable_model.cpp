// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/variable_model.h"

#include "ui/configuration/explanation_words.h"

#include <algorithm>

namespace mediahelm::ui {

using control::WorkspaceVariable;

void VariableModel::setVariables(const QList<WorkspaceVariable> &variables)
{
    const bool sameRows =
        std::ranges::equal(variables, m_variables, {}, &WorkspaceVariable::name, &WorkspaceVariable::name);
    if (!sameRows) {
        beginResetModel();
        m_variables = variables;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < variables.size(); ++i) {
        if (m_variables.at(i) == variables.at(i))
            continue;
        m_variables[i] = variables.at(i);
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCountOf - 1));
    }
}

const WorkspaceVariable *VariableModel::variable(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_variables.size() ? &m_variables.at(index.row()) : nullptr;
}

int VariableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_variables.size());
}

int VariableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QString VariableModel::text(const WorkspaceVariable &variable, int column) const
{
    switch (column) {
    case NameColumn: return variable.name;
    case ValueColumn:
        return variable.hidden ? tr("kept apart, as a secret") : variable.isSet ? variable.value : tr("not set");
    case OriginColumn:
        if (variable.hidden || variable.origins.isEmpty())
            return {};
        return variable.origins.constLast().file.isEmpty() ? tr("environment of the program")
                                                           : variable.origins.constLast().file;
    case FallbackColumn: return variable.hidden ? QString() : variable.fallback;
    default: return variable.documentation.isEmpty() ? variable.title : variable.documentation;
    }
}

QVariant VariableModel::data(const QModelIndex &index, int role) const
{
    const WorkspaceVariable *found = variable(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, index.column());
    case Qt::EditRole: return index.column() == ValueColumn ? found->text : text(*found, index.column());
    case VariableRole: return QVariant::fromValue(*found);
    case Qt::ToolTipRole: {
        control::Explanation explanation;
        explanation.name = found->name;
        explanation.isVariable = true;
        explanation.isSet = found->isSet;
        explanation.hidden = found->hidden;
        explanation.value = found->value;
        explanation.origins = found->origins;
        explanation.title = found->title;
        explanation.documentation = found->documentation;
        return explanationHtml(explanation);
    }
    default: return {};
    }
}

bool VariableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const WorkspaceVariable *found = variable(index);
    if (role != Qt::EditRole || !found || index.column() != ValueColumn || found->hidden)
        return false;
    if (found->isSet && value.toString() == found->text)
        return true; // nothing was typed
    const WorkspaceVariable kept = *found;
    Q_EMIT valueWanted(kept, value.toString());
    return true;
}

QVariant VariableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Variable");
    case ValueColumn: return tr("Value");
    case OriginColumn: return tr("From");
    case FallbackColumn: return tr("Default");
    default: return tr("Description");
    }
}

Qt::ItemFlags VariableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const WorkspaceVariable *found = variable(index);
    return found && index.column() == ValueColumn && !found->hidden ? flags | Qt::ItemIsEditable : flags;
}

} // namespace mediahelm::ui
