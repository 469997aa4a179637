// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/catalog_model.h"

#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QGuiApplication>

#include <algorithm>

namespace mediahelm::ui {

using control::CatalogGroup;
using control::CatalogService;

namespace {

constexpr quintptr ofGroups = 0; // internal id of a group; a service's is its group's row + 1

} // namespace

void CatalogModel::setGroups(const QList<CatalogGroup> &groups)
{
    beginResetModel();
    m_groups = groups;
    m_chosen.clear();
    endResetModel();
    Q_EMIT chosenChanged();
}

void CatalogModel::setPresent(const QStringList &ids)
{
    const QSet<QString> present(ids.begin(), ids.end());
    if (present == m_present)
        return;
    beginResetModel();
    m_present = present;
    m_chosen -= present;
    endResetModel();
    Q_EMIT chosenChanged();
}

const CatalogService *CatalogModel::service(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroups)
        return nullptr;
    const QList<CatalogService> &services = m_groups.at(qsizetype(index.internalId()) - 1).services;
    return index.row() < services.size() ? &services.at(index.row()) : nullptr;
}

const CatalogService *CatalogModel::find(const QString &id) const
{
    for (const CatalogGroup &group : m_groups) {
        const auto found = std::ranges::find(group.services, id, &CatalogService::id);
        if (found != group.services.end())
            return &*found;
    }
    return nullptr;
}

QStringList CatalogModel::chosen() const
{
    QStringList ids;
    for (const CatalogGroup &group : m_groups) {
        for (const CatalogService &service : group.services) {
            if (m_chosen.contains(service.id))
                ids.append(service.id);
        }
    }
    return ids;
}

control::MachineResources CatalogModel::needs() const
{
    control::MachineResources sum;
    for (const QString &id : m_chosen) {
        const CatalogService *service = find(id);
        sum.cpus += service ? service->needs.cpus : 0;
        sum.memory += service ? service->needs.memory : 0;
        sum.disk += service ? service->needs.disk : 0;
    }
    return sum;
}

QModelIndex CatalogModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofGroups);
}

QModelIndex CatalogModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroups)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, ofGroups);
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool group = parent.internalId() == ofGroups && parent.column() == 0;
    return group ? int(m_groups.at(parent.row()).services.size()) : 0;
}

int CatalogModel::columnCount(const QModelIndex &) const
{
    return columnCountOf;
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == ofGroups)
        return groupData(m_groups.at(index.row()), index.column(), role);
    const CatalogService *found = service(index);
    return found ? serviceData(*found, index.column(), role) : QVariant();
}

QVariant CatalogModel::groupData(const CatalogGroup &group, int column, int role) const
{
    if (column != NameColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole: return group.title;
    case Qt::FontRole: return strongFont(QGuiApplication::font());
    case Qt::ToolTipRole: return group.description.toHtmlEscaped();
    case Qt::AccessibleDescriptionRole: return group.description;
    default: return {};
    }
}

QVariant CatalogModel::serviceData(const CatalogService &service, int column, int role) const
{
    const bool present = m_present.contains(service.id);
    if (role == SearchRole)
        return QStringList{service.id, service.name, service.description, service.image}.join(u' ');
    if (column == MemoryColumn) {
        if (role == Qt::DisplayRole)
            return service.needs.memory > 0 ? formatBytes(service.needs.memory) : QString();
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignTrailing | Qt::AlignVCenter);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole: return present ? tr("%1 – there already", "a service").arg(service.name) : service.name;
    case Qt::CheckStateRole: return present || m_chosen.contains(service.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        return service.whyRetired.isEmpty() ? QVariant() : symbolIcon(QStringLiteral("warning"), Tone::warning);
    case Qt::ToolTipRole: return service.description.toHtmlEscaped();
    case Qt::AccessibleDescriptionRole:
        return service.whyRetired.isEmpty() ? service.description
                                            : tr("No longer kept up. %1").arg(service.description);
    default: return {};
    }
}

bool CatalogModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const CatalogService *found = service(index);
    if (!found || role != Qt::CheckStateRole || index.column() != NameColumn || m_present.contains(found->id))
        return false;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(found->id);
    else
        m_chosen.remove(found->id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Service") : tr("Memory");
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    const CatalogService *found = service(index);
    if (!found)
        return index.isValid() ? Qt::ItemIsEnabled : Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == NameColumn && !m_present.contains(found->id) ? flags | Qt::ItemIsUserCheckable : flags;
}

CatalogFilter::CatalogFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void CatalogFilter::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool CatalogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data(CatalogModel::SearchRole).toString();
    if (!parent.isValid())
        return m_words.isEmpty(); // a group is there when one of its services is
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace mediahelm::ui
