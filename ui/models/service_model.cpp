// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_model.h"

#include "ui/style/format.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace mediahelm::ui {

using model::Container;
using model::ContainerKey;

namespace {

constexpr std::chrono::seconds outcomeShownFor{5};

// Engines measure by a clock of their own, about once a second; Podman every five. A sample counts until the next one
// is overdue by more than that.
constexpr std::chrono::milliseconds leastPatience{2500};
constexpr std::chrono::milliseconds longestInterval{6000};

void takeSample(ServiceRow &row, const model::ContainerSample *sample, std::chrono::milliseconds now)
{
    if (sample) {
        if (row.sampledAt.count() > 0)
            row.sampleInterval = std::min(now - row.sampledAt, longestInterval);
        row.sampledAt = now;
        row.sample = *sample;
    } else if (now - row.sampledAt > std::max(leastPatience, row.sampleInterval * 5 / 2)) {
        row.sample.reset();
    }
}

} // namespace

ServiceModel::ServiceModel(const base::Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
{
}

void ServiceModel::upsert(const base::HostId &host, const QList<Container> &containers)
{
    // Nobody aims at a row of an empty table: its first rows come at once.
    const bool held = std::exchange(m_held, m_held && !m_homes.isEmpty());
    for (const Container &container : containers)
        upsertOne(host, container);
    m_held = held;
}

void ServiceModel::upsertOne(const base::HostId &host, const Container &container)
{
    const ContainerKey key{host, container.id};
    ServiceRow *row = mutableRow(key);
    if (!row) {
        std::erase_if(m_waiting, [&key](const ServiceRow &other) { return other.key == key; });
        if (m_held)
            m_waiting.push_back(makeRow(host, container));
        else
            insertRow(makeRow(host, container));
        return;
    }
    const bool moves = row->container.project != container.project || rowBefore(row->container, container)
        || rowBefore(container, row->container);
    if (moves && !m_held) {
        ServiceRow moved = *takeRow(key);
        fill(moved, container);
        insertRow(std::move(moved));
        return;
    }
    if (moves)
        m_displaced.insert(key);
    fill(*row, container);
    tellRow(key, Service, Ports);
}

ServiceRow ServiceModel::makeRow(const base::HostId &host, const Container &container) const
{
    ServiceRow row;
    row.key = {host, container.id};
    fill(row, container);
    return row;
}

void ServiceModel::fill(ServiceRow &row, const Container &container) const
{
    row.container = container;
    row.gone = false;
    row.image = shortImage(container.image);
    row.uptime = uptimeOf(container, m_clock.utcNow());
    if (!container.running()) {
        row.cpu.clear();
        row.sample.reset();
    }
}

void ServiceModel::insertRow(ServiceRow row)
{
    ServiceGroup *group = groupFor(row.key.host, row.container.project);
    const auto place =
        std::lower_bound(group->rows.begin(), group->rows.end(), row,
                         [](const ServiceRow &a, const ServiceRow &b) { return rowBefore(a.container, b.container); });
    const int at = static_cast<int>(place - group->rows.begin());
    const QModelIndex home = index(groupRow(group), 0);
    beginInsertRows(home, at, at);
    m_homes.insert(row.key, group);
    usageChange(row); // what it shows from the start
    group->rows.insert(place, std::move(row));
    endInsertRows();
    tellGroup(home, Service, Ports);
}

// An empty project is shown only together with its first row: the group is inserted first, as views expect it.
ServiceGroup *ServiceModel::groupFor(const base::HostId &host, const QString &project)
{
    auto group = std::make_unique<ServiceGroup>();
    group->host = host;
    group->project = project;
    const auto place = std::lower_bound(m_groups.begin(), m_groups.end(), group,
                                        [](const GroupPtr &a, const GroupPtr &b) { return groupBefore(*a, *b); });
    if (place != m_groups.end() && (*place)->host == host && (*place)->project == project)
        return place->get();
    const int at = static_cast<int>(place - m_groups.begin());
    beginInsertRows({}, at, at);
    ServiceGroup *result = m_groups.insert(place, std::move(group))->get();
    endInsertRows();
    return result;
}

void ServiceModel::remove(const base::HostId &host, const QList<base::ContainerId> &ids)
{
    for (const base::ContainerId &id : ids) {
        const ContainerKey key{host, id};
        std::erase_if(m_waiting, [&key](const ServiceRow &other) { return other.key == key; });
        if (!m_held) {
            takeRow(key);
        } else if (ServiceRow *row = mutableRow(key)) {
            row->gone = true;
            tellRow(key, Service, Ports);
        }
    }
}

std::optional<ServiceRow> ServiceModel::takeRow(const ContainerKey &key)
{
    ServiceGroup *group = m_homes.value(key);
    if (!group)
        return std::nullopt;
    const int at = rowIn(*group, key.id);
    const int groupAt = groupRow(group);
    const QModelIndex home = index(groupAt, 0);
    const bool last = group->rows.size() == 1;
    ServiceRow row = group->rows[static_cast<std::size_t>(at)];
    last ? beginRemoveRows({}, groupAt, groupAt) : beginRemoveRows(home, at, at);
    m_homes.remove(key);
    if (last)
        m_groups.erase(m_groups.begin() + groupAt);
    else
        group->rows.erase(group->rows.begin() + at);
    endRemoveRows();
    if (!last)
        tellGroup(home, Service, Ports);
    return row;
}

void ServiceModel::removeHost(const base::HostId &host)
{
    std::erase_if(m_waiting, [&host](const ServiceRow &other) { return other.key.host == host; });
    for (int i = static_cast<int>(m_groups.size()) - 1; i >= 0; --i) {
        if (m_groups[static_cast<std::size_t>(i)]->host != host)
            continue;
        beginRemoveRows({}, i, i);
        for (const ServiceRow &row : m_groups[static_cast<std::size_t>(i)]->rows)
            m_homes.remove(row.key);
        m_groups.erase(m_groups.begin() + i);
        endRemoveRows();
    }
    m_connections.remove(host);
}

void ServiceModel::setConnection(const base::HostId &host, const model::ConnectionState &state)
{
    const bool known = m_connections.contains(host);
    if (known && m_connections.value(host) == state)
        return;
    m_connections.insert(host, state);
    if (state.stale()) {
        for (const GroupPtr &group : m_groups) {
            if (group->host == host) {
                for (ServiceRow &row : group->rows)
                    row.sample.reset();
            }
        }
    }
    tellHost(host);
}

void ServiceModel::addSamples(const QSet<ContainerKey> &watched, const QList<model::ContainerSample> &samples)
{
    QHash<ContainerKey, const model::ContainerSample *> byKey;
    for (const model::ContainerSample &sample : samples)
        byKey.insert(sample.key, &sample);
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        ServiceGroup &group = *m_groups[g];
        std::vector<CellSpan> changed(group.rows.size());
        for (std::size_t i = 0; i < group.rows.size(); ++i) {
            ServiceRow &row = group.rows[i];
            if (!watched.contains(row.key))
                continue;
            takeSample(row, byKey.value(row.key), m_clock.monotonic());
            const std::optional<double> cores = row.sample ? row.sample->cpuCores : std::nullopt;
            row.cpu.append(cores ? static_cast<float>(*cores) : std::numeric_limits<float>::quiet_NaN());
            if (row.cpu.size() > sparkSlots)
                row.cpu.removeFirst();
            changed[i] = usageChange(row);
        }
        const QModelIndex parentIndex = index(static_cast<int>(g), 0);
        tellRuns(parentIndex, changed);
        if (const CellSpan sum = usageChange(group); sum.first <= sum.last)
            Q_EMIT dataChanged(parentIndex.siblingAtColumn(sum.first), parentIndex.siblingAtColumn(sum.last));
    }
}

ServiceModel::CellSpan ServiceModel::usageSpan(bool cpu, bool memory)
{
    if (!cpu && !memory)
        return {};
    return {cpu ? Cpu : Memory, memory ? Memory : Cpu};
}

// Which of the two cells read otherwise than they were last told: most containers idle, and look alike each second.
ServiceModel::CellSpan ServiceModel::usageChange(ServiceRow &row) const
{
    QString cpu = rowText(row, Cpu);
    QString memory = rowText(row, Memory);
    QByteArray shape = sparkShape(row.cpu);
    const CellSpan span = usageSpan(cpu != row.cpuText || shape != row.cpuShape, memory != row.memoryText);
    row.cpuText = std::move(cpu);
    row.memoryText = std::move(memory);
    row.cpuShape = std::move(shape);
    return span;
}

ServiceModel::CellSpan ServiceModel::usageChange(ServiceGroup &group) const
{
    QString cpu = groupText(group, Cpu);
    QString memory = groupText(group, Memory);
    const CellSpan span = usageSpan(cpu != group.cpuText, memory != group.memoryText);
    group.cpuText = std::move(cpu);
    group.memoryText = std::move(memory);
    return span;
}

void ServiceModel::setHistory(const ContainerKey &key, const QList<model::ContainerSample> &samples)
{
    ServiceRow *row = mutableRow(key);
    if (!row)
        return;
    row->cpu.clear();
    row->sample.reset();
    const QDateTime now = m_clock.utcNow();
    for (const model::ContainerSample &sample : samples) {
        const qint64 age = sample.at.secsTo(now);
        if (age < 0 || age >= sparkSlots || !sample.cpuCores)
            continue;
        if (row->cpu.isEmpty())
            row->cpu.fill(std::numeric_limits<float>::quiet_NaN(), sparkSlots);
        row->cpu[sparkSlots - 1 - age] = static_cast<float>(*sample.cpuCores);
    }
    tellRow(key, Cpu, Memory);
}

void ServiceModel::setOperation(const control::Operation &operation)
{
    ServiceRow *row = mutableRow(operation.key);
    if (!row)
        return;
    row->underWay = operation.finished ? std::nullopt : std::optional(operation.action);
    row->outcome = operation.finished ? std::optional(RowOutcome{operation.action, operation.error, m_clock.utcNow()})
                                      : std::nullopt;
    tellRow(operation.key, Service, State);
}

void ServiceModel::dropOutcome(const ContainerKey &key)
{
    if (ServiceRow *row = mutableRow(key); row && row->outcome) {
        row->outcome.reset();
        tellRow(key, Service, State);
    }
}

void ServiceModel::refreshTimes()
{
    const QDateTime now = m_clock.utcNow();
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        ServiceGroup &group = *m_groups[g];
        const bool aged = stale(group.host);
        std::vector<CellSpan> changed;
        for (ServiceRow &row : group.rows) {
            const CellSpan span = refreshRow(row, now);
            changed.push_back(aged ? CellSpan{State, std::max(span.last, int(State))} : span);
        }
        const QModelIndex parentIndex = index(static_cast<int>(g), 0);
        tellRuns(parentIndex, changed);
        if (aged)
            Q_EMIT dataChanged(parentIndex.siblingAtColumn(State), parentIndex.siblingAtColumn(State));
    }
}

ServiceModel::CellSpan ServiceModel::refreshRow(ServiceRow &row, const QDateTime &now)
{
    CellSpan changed;
    if (const QString uptime = uptimeOf(row.container, now); uptime != row.uptime) {
        row.uptime = uptime;
        changed = {Uptime, Uptime};
    }
    if (row.outcome && !row.outcome->error && row.outcome->at.addSecs(outcomeShownFor.count()) <= now) {
        row.outcome.reset();
        changed = {State, std::max(changed.last, int(State))};
    }
    return changed;
}

QString ServiceModel::uptimeOf(const Container &container, const QDateTime &now) const
{
    const bool up =
        container.state == model::ContainerState::running || container.state == model::ContainerState::paused;
    if (!up || !container.startedAt.isValid())
        return {};
    return formatDuration(std::chrono::seconds(container.startedAt.secsTo(now)));
}

void ServiceModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (held)
        return;
    QList<ContainerKey> gone;
    for (const GroupPtr &group : m_groups) {
        for (const ServiceRow &row : group->rows) {
            if (row.gone)
                gone.append(row.key);
        }
    }
    for (const ContainerKey &key : gone)
        takeRow(key);
    std::vector<ServiceRow> coming = std::exchange(m_waiting, {});
    const auto displaced = std::exchange(m_displaced, {});
    for (const ContainerKey &key : displaced) {
        if (std::optional<ServiceRow> row = takeRow(key))
            coming.push_back(std::move(*row));
    }
    for (ServiceRow &row : coming)
        insertRow(std::move(row));
}

} // namespace mediahelm::ui
