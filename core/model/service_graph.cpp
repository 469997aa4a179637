// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service_graph.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::model {

QString needKindName(NeedKind kind)
{
    switch (kind) {
    case NeedKind::dependsOn: return QStringLiteral("dependsOn");
    case NeedKind::network: return QStringLiteral("network");
    case NeedKind::pid: return QStringLiteral("pid");
    case NeedKind::ipc: return QStringLiteral("ipc");
    case NeedKind::volumesFrom: return QStringLiteral("volumesFrom");
    }
    return QStringLiteral("dependsOn");
}

QString needConditionName(NeedCondition condition)
{
    switch (condition) {
    case NeedCondition::started: return QStringLiteral("service_started");
    case NeedCondition::healthy: return QStringLiteral("service_healthy");
    case NeedCondition::completed: return QStringLiteral("service_completed_successfully");
    }
    return QStringLiteral("service_started");
}

namespace {

bool namesContainer(const Need &need)
{
    return need.kind != NeedKind::dependsOn;
}

bool sharesNamespace(const Need &need)
{
    return need.kind == NeedKind::network || need.kind == NeedKind::pid || need.kind == NeedKind::ipc;
}

} // namespace

ServiceGraph::ServiceGraph(const QList<ServiceNeeds> &services)
{
    for (const ServiceNeeds &entry : services) {
        m_needs.insert(entry.service, {});
        m_volumes.insert(entry.service, entry.volumes);
    }
    for (const ServiceNeeds &entry : services) {
        for (const Need &need : entry.needs) {
            if (m_needs.contains(need.service))
                m_needs[entry.service].append(need);
        }
    }
    putInOrder();
}

void ServiceGraph::putInOrder()
{
    QStringList left = m_needs.keys();
    std::sort(left.begin(), left.end());
    QSet<QString> placed;
    while (!left.isEmpty()) {
        QStringList step;
        for (const QString &service : std::as_const(left)) {
            const QList<Need> &needs = m_needs[service];
            if (std::all_of(needs.begin(), needs.end(),
                            [&](const Need &need) { return placed.contains(need.service); }))
                step.append(service);
        }
        if (step.isEmpty()) { // every one that is left needs another of them
            findCycle(left);
            step = left;
        }
        for (const QString &service : std::as_const(step))
            placed.insert(service);
        left.removeIf([&](const QString &service) { return placed.contains(service); });
        m_order += step;
        m_steps.append(step);
    }
}

void ServiceGraph::findCycle(const QStringList &among)
{
    // Each of them needs another of them, so that following the first such need comes back sooner or later.
    QStringList path{among.first()};
    for (;;) {
        const QList<Need> &needs = m_needs[path.last()];
        const auto next =
            std::find_if(needs.begin(), needs.end(), [&](const Need &need) { return among.contains(need.service); });
        const qsizetype at = path.indexOf(next->service);
        path.append(next->service);
        if (at >= 0) {
            m_cycle = path.mid(at);
            return;
        }
    }
}

QList<Need> ServiceGraph::needsOf(const QString &service) const
{
    return m_needs.value(service);
}

QStringList ServiceGraph::dependentsOf(const QString &service) const
{
    QStringList dependents;
    for (const QString &other : m_order) {
        const QList<Need> needs = m_needs.value(other);
        if (std::any_of(needs.begin(), needs.end(), [&](const Need &need) { return need.service == service; }))
            dependents.append(other);
    }
    return dependents;
}

QStringList ServiceGraph::stopOrder() const
{
    QStringList order = m_order;
    std::reverse(order.begin(), order.end());
    return order;
}

QStringList ServiceGraph::followersOf(const QStringList &services, bool (*follows)(const Need &)) const
{
    QSet<QString> reached(services.begin(), services.end());
    for (bool grew = true; grew;) {
        grew = false;
        for (const QString &service : m_order) {
            const QList<Need> needs = m_needs.value(service);
            if (!reached.contains(service) && std::any_of(needs.begin(), needs.end(), [&](const Need &need) {
                    return follows(need) && reached.contains(need.service);
                })) {
                reached.insert(service);
                grew = true;
            }
        }
    }
    QStringList followers;
    for (const QString &service : m_order) {
        if (reached.contains(service) && !services.contains(service))
            followers.append(service);
    }
    return followers;
}

QStringList ServiceGraph::recreatedWith(const QStringList &services) const
{
    return followersOf(services, namesContainer);
}

QStringList ServiceGraph::restartedWith(const QStringList &services) const
{
    return followersOf(services, sharesNamespace);
}

QStringList ServiceGraph::sharingVolumesWith(const QString &service) const
{
    const QStringList volumes = m_volumes.value(service);
    QStringList sharing;
    for (const QString &other : m_order) {
        const QStringList others = m_volumes.value(other);
        if (other != service
            && std::any_of(others.begin(), others.end(), [&](const QString &name) { return volumes.contains(name); }))
            sharing.append(other);
    }
    return sharing;
}

} // namespace mediahelm::model
