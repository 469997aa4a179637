// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/file_tree_model.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QGuiApplication>

#include <algorithm>

namespace mediahelm::ui {

using control::ConfigurationFile;
using control::FileKind;

namespace {

constexpr quintptr ofGroups = 0; // internal id of a group; a file's is its group's row + 1

QString symbolOf(FileKind kind)
{
    switch (kind) {
    case FileKind::manifest: return QStringLiteral("settings");
    case FileKind::env: return QStringLiteral("tune");
    case FileKind::compose: return QStringLiteral("deployed_code");
    case FileKind::alerts: return QStringLiteral("monitor_heart");
    case FileKind::handedOver: return QStringLiteral("description");
    case FileKind::schema: return QStringLiteral("article");
    }
    return QStringLiteral("article");
}

} // namespace

void FileTreeModel::setFiles(const QList<ConfigurationFile> &files)
{
    QList<Group> groups;
    for (const ConfigurationFile &file : files) {
        auto group = std::ranges::find(groups, file.kind, &Group::kind);
        if (group == groups.end()) {
            groups.append({file.kind, {}});
            group = std::prev(groups.end());
        }
        group->paths.append(file.path);
    }
    const auto same = [](const Group &a, const Group &b) { return a.kind == b.kind && a.paths == b.paths; };
    if (std::ranges::equal(groups, m_groups, same))
        return;
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

void FileTreeModel::setProblems(const QList<model::Diagnostic> &problems)
{
    QHash<QString, Count> counts;
    for (const model::Diagnostic &problem : problems) {
        if (problem.severity == model::Severity::error)
            ++counts[problem.file].errors;
        else if (problem.severity == model::Severity::warning)
            ++counts[problem.file].warnings;
    }
    const QHash<QString, Count> before = std::exchange(m_counts, counts);
    for (const Group &group : std::as_const(m_groups)) {
        for (const QString &path : group.paths) {
            if (before.value(path) != m_counts.value(path))
                changed(path);
        }
    }
}

void FileTreeModel::setUnsaved(const QSet<QString> &paths)
{
    const QSet<QString> before = std::exchange(m_unsaved, paths);
    const QSet<QString> other = (before - paths) + (paths - before);
    for (const QString &path : other)
        changed(path);
}

void FileTreeModel::changed(const QString &path)
{
    const QModelIndex index = indexOf(path);
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
}

QString FileTreeModel::path(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroups)
        return {};
    return m_groups.value(qsizetype(index.internalId()) - 1).paths.value(index.row());
}

QModelIndex FileTreeModel::indexOf(const QString &path) const
{
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        const qsizetype row = m_groups.at(i).paths.indexOf(path);
        if (row >= 0)
            return createIndex(int(row), 0, quintptr(i) + 1);
    }
    return {};
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofGroups);
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroups)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, ofGroups);
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool group = parent.internalId() == ofGroups && parent.column() == 0;
    return group ? int(m_groups.value(parent.row()).paths.size()) : 0;
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == ofGroups)
        return groupData(m_groups.value(index.row()), role);
    return fileData(path(index), m_groups.value(qsizetype(index.internalId()) - 1).kind, role);
}

QVariant FileTreeModel::groupData(const Group &group, int role) const
{
    if (role == Qt::FontRole)
        return strongFont(QGuiApplication::font());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (group.kind) {
    case FileKind::manifest: return tr("Workspace");
    case FileKind::env: return tr("Variables");
    case FileKind::compose: return tr("Services");
    case FileKind::alerts: return tr("Alerts");
    case FileKind::handedOver: return tr("Files for services");
    case FileKind::schema: return tr("Schemas");
    }
    return {};
}

QVariant FileTreeModel::fileData(const QString &path, FileKind kind, int role) const
{
    const Count count = m_counts.value(path);
    const bool unsaved = m_unsaved.contains(path);
    const QString name = path.section(u'/', -1);
    switch (role) {
    case Qt::DisplayRole: return unsaved ? tr("● %1", "a file that is not saved").arg(name) : name;
    case Qt::ToolTipRole: return path.toHtmlEscaped();
    case Qt::DecorationRole:
        if (count.errors)
            return symbolIcon(QStringLiteral("error"), Tone::bad);
        if (count.warnings)
            return symbolIcon(QStringLiteral("warning"), Tone::warning);
        return symbolIcon(symbolOf(kind), Tone::neutral);
    case Qt::AccessibleTextRole: {
        QStringList parts{name};
        if (unsaved)
            parts.append(tr("not saved"));
        if (count.errors)
            parts.append(tr("%n errors", nullptr, count.errors));
        if (count.warnings)
            parts.append(tr("%n warnings", nullptr, count.warnings));
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == ofGroups ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace mediahelm::ui
