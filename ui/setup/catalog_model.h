// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace mediahelm::ui {

// The services that the program knows, in groups; those that are chosen are checked, and what the workspace has already
// cannot be chosen again. Owned by its view's page; main thread.
class CatalogModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { SearchRole = Qt::UserRole }; // all that a search looks at
    enum Column { NameColumn, MemoryColumn, columnCountOf };

    using QAbstractItemModel::QAbstractItemModel;

    void setGroups(const QList<control::CatalogGroup> &groups);
    void setPresent(const QStringList &ids);
    const control::CatalogService *service(const QModelIndex &index) const; // null for a group
    const control::CatalogService *find(const QString &id) const;
    QStringList chosen() const; // ids, in the order of offering
    control::MachineResources needs() const; // of those that are chosen

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    QVariant groupData(const control::CatalogGroup &group, int column, int role) const;
    QVariant serviceData(const control::CatalogService &service, int column, int role) const;

    QList<control::CatalogGroup> m_groups;
    QSet<QString> m_chosen;
    QSet<QString> m_present;
};

// Those of it in which each word of a search is found, with their groups.
class CatalogFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CatalogFilter(QObject *parent = nullptr);
    void setSearch(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace mediahelm::ui
