// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/secrets/secret_model.h"

#include "ui/style/icons.h"

#include <algorithm>

namespace mediahelm::ui {

void SecretModel::setSecrets(const control::WorkspaceSecrets &secrets, const std::optional<control::KeptSecrets> &kept)
{
    QList<Row> rows;
    for (const control::PlainSecret &plain : secrets.plain)
        rows.append({plain.variable, State::plain, {}, plain});
    for (const control::ListedSecret &listed : secrets.listed) {
        State state = State::unknown;
        if (listed.inEnvironment)
            state = State::environment;
        else if (kept)
            state = kept->names.contains(listed.name) ? State::kept : State::missing;
        rows.append({listed.name, state, listed, {}});
    }
    m_inKeychain = !kept || kept->inKeychain;
    const bool sameRows = std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name);
    if (!sameRows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCountOf - 1));
}

const SecretModel::Row *SecretModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

int SecretModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SecretModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QString SecretModel::stateText(const Row &row) const
{
    switch (row.state) {
    case State::kept: return m_inKeychain ? tr("in the keychain") : tr("in the sealed file");
    case State::missing: return tr("has no value");
    case State::environment: return tr("in the program's environment");
    case State::unknown: return tr("not known");
    case State::plain: break;
    }
    return tr("in plain text: %1, line %2").arg(row.plain.file).arg(row.plain.place.line);
}

QString SecretModel::usesText(const Row &row)
{
    QStringList files;
    for (const control::SecretUse &use : row.listed.uses) {
        if (!files.contains(use.file))
            files.append(use.file);
    }
    return files.join(QStringLiteral(", "));
}

QString SecretModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn: return row.name;
    case StateColumn: return stateText(row);
    case UsedColumn:
        return row.state == State::plain ? row.plain.file : row.listed.uses.isEmpty() ? tr("nowhere") : usesText(row);
    default: return row.listed.description;
    }
}

QVariant SecretModel::data(const QModelIndex &index, int role) const
{
    const Row *found = row(index);
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return text(*found, index.column());
    if (role == Qt::ToolTipRole)
        return Qt::convertFromPlainText(text(*found, index.column()), Qt::WhiteSpaceNormal);
    if (role != Qt::DecorationRole || index.column() != StateColumn)
        return {};
    switch (found->state) {
    case State::kept:
    case State::environment: return symbolIcon(QStringLiteral("check_circle"), Tone::good);
    case State::missing: return symbolIcon(QStringLiteral("error"), Tone::bad);
    case State::plain: return symbolIcon(QStringLiteral("warning"), Tone::warning);
    case State::unknown: break;
    }
    return symbolIcon(QStringLiteral("help"), Tone::neutral);
}

QVariant SecretModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Secret");
    case StateColumn: return tr("Value");
    case UsedColumn: return tr("Used in");
    default: return tr("Description");
    }
}

} // namespace mediahelm::ui
