// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/models/service_row.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

namespace mediahelm::ui {

// The service table: Compose projects of all hosts, and their containers below them. It knows nothing of where its
// rows come from: a ServiceFeed fills it. Every change is told as narrowly as it is; it is never reset. While it is
// held, rows change in place but none comes, goes or moves; what is due follows on release. Main thread; owned by its
// page.
class ServiceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Service, State, Image, Uptime, Restarts, Cpu, Memory, Ports, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole, // model::ContainerKey; invalid for a project
        ContainerRole, // const ServiceRow *, valid until the event loop; null for a project
        IsGroupRole, // bool
        HostRole, // QString
        LookRole, // int of ServiceLook; of a project the one that is most urgent
        TroubleRole, // bool: it needs attention; false for a project
        StaleRole, // bool
        BusyRole, // bool
        FailedRole, // bool: the last action on it failed
        SortRole, // what the column sorts by
        SearchRole, // every word of the row, for the search field
        SparkRole, // QList<float>
    };

    explicit ServiceModel(const base::Clock &clock, QObject *parent = nullptr);

    void upsert(const base::HostId &host, const QList<model::Container> &containers);
    void remove(const base::HostId &host, const QList<base::ContainerId> &ids);
    void removeHost(const base::HostId &host);
    void setConnection(const base::HostId &host, const model::ConnectionState &state);
    // One tick: the rows of `watched` whose sample is overdue get a gap.
    void addSamples(const QSet<model::ContainerKey> &watched, const QList<model::ContainerSample> &samples);
    // What is known of the last minute, oldest first, before ticks go on from there.
    void setHistory(const model::ContainerKey &key, const QList<model::ContainerSample> &samples);
    void setOperation(const control::Operation &operation);
    void dropOutcome(const model::ContainerKey &key);
    // Writes uptimes and ages anew where they read otherwise now, and lets old outcomes go.
    void refreshTimes();
    void setHeld(bool held);
    bool held() const { return m_held; }

    const ServiceRow *row(const model::ContainerKey &key) const;
    const ServiceRow *row(const QModelIndex &index) const;
    const ServiceGroup *group(const QModelIndex &index) const; // of a project's index
    QModelIndex indexOf(const model::ContainerKey &key, int column = Service) const;
    QList<model::ContainerKey> keys() const;
    int containerCount() const { return static_cast<int>(m_homes.size()); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using GroupPtr = std::unique_ptr<ServiceGroup>;

    void upsertOne(const base::HostId &host, const model::Container &container);
    ServiceRow makeRow(const base::HostId &host, const model::Container &container) const;
    void fill(ServiceRow &row, const model::Container &container) const;
    void insertRow(ServiceRow row);
    std::optional<ServiceRow> takeRow(const model::ContainerKey &key);
    ServiceGroup *groupFor(const base::HostId &host, const QString &project);
    int groupRow(const ServiceGroup *group) const;
    int rowIn(const ServiceGroup &group, const base::ContainerId &id) const;
    ServiceRow *mutableRow(const model::ContainerKey &key);
    void tellRow(const model::ContainerKey &key, int firstColumn, int lastColumn);
    void tellGroup(const QModelIndex &home, int firstColumn, int lastColumn);
    void tellHost(const base::HostId &host);
    // Columns whose cells change; empty when first > last.
    struct CellSpan {
        int first = ColumnCount;
        int last = -1;

        bool operator==(const CellSpan &) const = default;
    };
    static CellSpan usageSpan(bool cpu, bool memory);
    CellSpan usageChange(ServiceRow &row) const;
    CellSpan usageChange(ServiceGroup &group) const;
    // What changed in each row of a project, neighbours that changed alike at once.
    void tellRuns(const QModelIndex &parent, const std::vector<CellSpan> &changed);
    CellSpan refreshRow(ServiceRow &row, const QDateTime &now);
    QString uptimeOf(const model::Container &container, const QDateTime &now) const;

    QVariant groupData(const ServiceGroup &group, int column, int role) const;
    QVariant rowData(const ServiceGroup &group, const ServiceRow &row, int column, int role) const;
    QString groupText(const ServiceGroup &group, int column) const;
    QString rowText(const ServiceRow &row, int column) const;
    QString stateOf(const ServiceRow &row) const;
    QString spokenText(const ServiceRow &row) const;
    QString toolTip(const ServiceRow &row, int column) const;
    QVariant sortValue(const ServiceRow &row, int column) const;
    bool stale(const base::HostId &host) const;

    const base::Clock &m_clock;
    std::vector<GroupPtr> m_groups;
    QHash<model::ContainerKey, ServiceGroup *> m_homes;
    QHash<base::HostId, model::ConnectionState> m_connections;
    std::vector<ServiceRow> m_waiting; // to come once not held
    QSet<model::ContainerKey> m_displaced; // to move once not held
    bool m_held = false;
};

} // namespace mediahelm::ui
