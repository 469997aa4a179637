// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::model {

// How one service needs another. Those of a namespace and volumesFrom name a container, so that a new container of the
// one that is needed leaves the old reference dead.
enum class NeedKind {
    dependsOn, // depends_on: order alone
    network, // network_mode: service:x, or container:NAME where NAME is a service's container_name
    pid, // pid: service:x
    ipc, // ipc: service:x
    volumesFrom, // volumes_from: x
};
// What the one that is needed must have reached before the other is started (depends_on: condition).
enum class NeedCondition { started, healthy, completed };

QString needKindName(NeedKind kind); // "dependsOn"
QString needConditionName(NeedCondition condition); // as Compose names it: "service_healthy"

struct Need {
    QString service; // the one that is needed
    NeedKind kind = NeedKind::dependsOn;
    NeedCondition condition = NeedCondition::started; // of dependsOn
    bool required = true; // false: goes on without it
    bool restart = false; // of dependsOn: restarted after the other one has been replaced
    bool byContainerName = false; // of network, pid, ipc: Compose does not know of it

    friend bool operator==(const Need &, const Need &) = default;
};

struct ServiceNeeds {
    QString service;
    QList<Need> needs;
    QStringList volumes; // names of the volumes and paths that it mounts, to find those who share one

    friend bool operator==(const ServiceNeeds &, const ServiceNeeds &) = default;
};

// Who needs whom among the services of one project. A plain value; every list is in start order, and among equals by
// name, so that two calls say the same. A need of a service that is not there is left out of the order. Where there is
// a cycle, cycle() tells it, and its members stand last in the order, by name.
class ServiceGraph
{
public:
    ServiceGraph() = default;
    explicit ServiceGraph(const QList<ServiceNeeds> &services);

    bool contains(const QString &service) const { return m_needs.contains(service); }
    QList<Need> needsOf(const QString &service) const;
    QStringList dependentsOf(const QString &service) const; // direct ones, by any need

    const QStringList &startOrder() const { return m_order; }
    QStringList stopOrder() const;
    // The start order in steps: the services of one need only such of earlier ones.
    const QList<QStringList> &startSteps() const { return m_steps; }
    // {"a", "b", "a"}: each needs the next. nullopt where there is none.
    const std::optional<QStringList> &cycle() const { return m_cycle; }

    // Who must get a new container when these get one, over any number of steps: their reference to the old one is
    // dead.
    QStringList recreatedWith(const QStringList &services) const;
    // Who must be restarted when these have been restarted, over any number of steps: the namespace that they live in
    // went with the old process.
    QStringList restartedWith(const QStringList &services) const;
    // Who mounts a volume or path that this one mounts too.
    QStringList sharingVolumesWith(const QString &service) const;

private:
    void putInOrder();
    void findCycle(const QStringList &among);
    QStringList followersOf(const QStringList &services, bool (*follows)(const Need &)) const;

    QHash<QString, QList<Need>> m_needs; // of services that are there
    QHash<QString, QStringList> m_volumes;
    QStringList m_order;
    QList<QStringList> m_steps;
    std::optional<QStringList> m_cycle;
};

} // namespace mediahelm::model
