// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/file_change_model.h"

#include "ui/deployments/plan_words.h"
#include "ui/style/icons.h"

#include <QLocale>

#include <algorithm>

namespace mediahelm::ui {

using model::FileChange;

QString lineCounts(const FileChange &change)
{
    if (change.binary)
        return FileChangeModel::tr("binary");
    const QLocale locale;
    QStringList parts;
    if (change.linesAdded > 0)
        parts.append(u'+' + locale.toString(change.linesAdded));
    if (change.linesRemoved > 0)
        parts.append(QChar(0x2212) + locale.toString(change.linesRemoved));
    return parts.join(u' ');
}

void FileChangeModel::setChanges(const model::Changes &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

const FileChange *FileChangeModel::change(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_changes.size() ? &m_changes.at(index.row()) : nullptr;
}

int FileChangeModel::rowOf(const QString &path) const
{
    const auto found =
        std::ranges::find_if(m_changes, [&path](const FileChange &change) { return change.path.text() == path; });
    return found == m_changes.end() ? -1 : int(found - m_changes.begin());
}

int FileChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int FileChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant FileChangeModel::data(const QModelIndex &index, int role) const
{
    const FileChange *found = change(index);
    if (!found)
        return {};
    const QString text = index.column() == PathColumn ? found->path.text()
        : index.column() == ChangeColumn              ? fileChangeWord(found->kind)
                                                      : lineCounts(*found);
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return Qt::convertFromPlainText(text);
    case Qt::DecorationRole:
        return index.column() == PathColumn
            ? QVariant(symbolIcon(fileChangeSymbol(found->kind), fileChangeTone(found->kind)))
            : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != PathColumn)
            return text;
        if (found->binary)
            return tr("%1: %2, binary", "file, change").arg(text, fileChangeWord(found->kind));
        return tr("%1: %2, %3 lines added, %4 removed", "file, change")
            .arg(text, fileChangeWord(found->kind))
            .arg(found->linesAdded)
            .arg(found->linesRemoved);
    default: return {};
    }
}

QVariant FileChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn: return tr("File");
    case ChangeColumn: return tr("Change");
    default: return tr("Lines");
    }
}

} // namespace mediahelm::ui
