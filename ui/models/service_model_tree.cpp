// SPDX-License-Identifier: GPL-3.0-or-later

// Where rows are: indexes, look-ups and what is told of a change.
#include "ui/models/service_model.h"

#include <algorithm>

namespace mediahelm::ui {

using model::ContainerKey;

// A project's index has no pointer; a container's index points to its project.
QModelIndex ServiceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    return createIndex(row, column, m_groups[static_cast<std::size_t>(parent.row())].get());
}

QModelIndex ServiceModel::parent(const QModelIndex &index) const
{
    const auto *home = static_cast<const ServiceGroup *>(index.internalPointer());
    return index.isValid() && home ? createIndex(groupRow(home), 0) : QModelIndex();
}

int ServiceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())]->rows.size());
}

int ServiceModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

int ServiceModel::groupRow(const ServiceGroup *group) const
{
    const auto place =
        std::find_if(m_groups.begin(), m_groups.end(), [group](const GroupPtr &g) { return g.get() == group; });
    return static_cast<int>(place - m_groups.begin());
}

int ServiceModel::rowIn(const ServiceGroup &group, const base::ContainerId &id) const
{
    const auto place =
        std::find_if(group.rows.begin(), group.rows.end(), [&id](const ServiceRow &row) { return row.key.id == id; });
    return static_cast<int>(place - group.rows.begin());
}

ServiceRow *ServiceModel::mutableRow(const ContainerKey &key)
{
    ServiceGroup *group = m_homes.value(key);
    return group ? &group->rows[static_cast<std::size_t>(rowIn(*group, key.id))] : nullptr;
}

const ServiceRow *ServiceModel::row(const ContainerKey &key) const
{
    const ServiceGroup *group = m_homes.value(key);
    return group ? &group->rows[static_cast<std::size_t>(rowIn(*group, key.id))] : nullptr;
}

const ServiceRow *ServiceModel::row(const QModelIndex &index) const
{
    const auto *home = static_cast<const ServiceGroup *>(index.internalPointer());
    return index.isValid() && home ? &home->rows[static_cast<std::size_t>(index.row())] : nullptr;
}

const ServiceGroup *ServiceModel::group(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalPointer())
        return nullptr;
    return m_groups[static_cast<std::size_t>(index.row())].get();
}

QModelIndex ServiceModel::indexOf(const ContainerKey &key, int column) const
{
    ServiceGroup *group = m_homes.value(key);
    return group ? createIndex(rowIn(*group, key.id), column, group) : QModelIndex();
}

QList<ContainerKey> ServiceModel::keys() const
{
    QList<ContainerKey> result;
    result.reserve(m_homes.size());
    for (const GroupPtr &group : m_groups) {
        for (const ServiceRow &row : group->rows)
            result.append(row.key);
    }
    return result;
}

void ServiceModel::tellRow(const ContainerKey &key, int firstColumn, int lastColumn)
{
    usageChange(*mutableRow(key));
    const QModelIndex at = indexOf(key, firstColumn);
    Q_EMIT dataChanged(at, at.siblingAtColumn(lastColumn));
    tellGroup(at.parent(), firstColumn, lastColumn);
}

void ServiceModel::tellGroup(const QModelIndex &home, int firstColumn, int lastColumn)
{
    usageChange(*m_groups[static_cast<std::size_t>(home.row())]);
    Q_EMIT dataChanged(home.siblingAtColumn(firstColumn), home.siblingAtColumn(lastColumn));
}

void ServiceModel::tellRuns(const QModelIndex &parent, const std::vector<CellSpan> &changed)
{
    for (std::size_t first = 0; first < changed.size();) {
        const CellSpan span = changed[first];
        std::size_t end = first + 1;
        while (end < changed.size() && changed[end] == span)
            ++end;
        if (span.first <= span.last)
            Q_EMIT dataChanged(index(static_cast<int>(first), span.first, parent),
                               index(static_cast<int>(end) - 1, span.last, parent));
        first = end;
    }
}

void ServiceModel::tellHost(const base::HostId &host)
{
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (m_groups[g]->host != host)
            continue;
        for (ServiceRow &row : m_groups[g]->rows)
            usageChange(row);
        const QModelIndex home = index(static_cast<int>(g), 0);
        tellGroup(home, Service, Ports);
        Q_EMIT dataChanged(index(0, 0, home), index(rowCount(home) - 1, Ports, home));
    }
}

bool ServiceModel::stale(const base::HostId &host) const
{
    const auto connection = m_connections.constFind(host);
    return connection != m_connections.constEnd() && connection->stale();
}

} // namespace mediahelm::ui
