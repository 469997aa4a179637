// SPDX-License-Identifier: GPL-3.0-or-later

// What a cell says.
#include "ui/models/service_model.h"

#include "ui/style/format.h"
#include "ui/style/service_look.h"
#include "ui/style/words.h"

#include <QSet>

namespace mediahelm::ui {

using model::PortBinding;

namespace {

QString portsText(const QList<PortBinding> &ports)
{
    QStringList parts;
    for (const PortBinding &port : ports) {
        if (port.hostPort <= 0)
            continue;
        QString part = QString::number(port.hostPort);
        if (port.protocol != QLatin1String("tcp"))
            part += QLatin1Char('/') + port.protocol;
        if (!parts.contains(part)) // once for IPv4 and IPv6
            parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

bool measurable(const ServiceRow &row)
{
    return row.container.running();
}

ServiceLook mostUrgent(const ServiceGroup &group)
{
    ServiceLook result = ServiceLook::unknown;
    for (const ServiceRow &row : group.rows) {
        const ServiceLook look = lookOf(row.container);
        if (urgencyOf(look) < urgencyOf(result))
            result = look;
    }
    return result;
}

bool isNumber(int column)
{
    return column == ServiceModel::Uptime || column == ServiceModel::Restarts || column == ServiceModel::Memory;
}

} // namespace

QVariant ServiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service: return tr("Service");
    case State: return tr("State");
    case Image: return tr("Image");
    case Uptime: return tr("Uptime");
    case Restarts: return tr("Restarts");
    case Cpu: return tr("CPU");
    case Memory: return tr("Memory");
    case Ports: return tr("Ports");
    default: return {};
    }
}

QVariant ServiceModel::data(const QModelIndex &index, int role) const
{
    if (const ServiceGroup *project = group(index))
        return groupData(*project, index.column(), role);
    const ServiceRow *service = row(index);
    if (!service)
        return {};
    return rowData(*static_cast<const ServiceGroup *>(index.internalPointer()), *service, index.column(), role);
}

QVariant ServiceModel::groupData(const ServiceGroup &group, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return groupText(group, column);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column == Service
            ? QVariant(
                tr("%1, %2", "project, how its services are").arg(groupText(group, Service), groupText(group, State)))
            : QVariant(groupText(group, column));
    case IsGroupRole: return true;
    case HostRole: return group.host.text();
    case LookRole: return static_cast<int>(mostUrgent(group));
    case StaleRole: return stale(group.host);
    case BusyRole:
    case FailedRole: return false;
    // By name alone whatever the column: projects stay where they are, their services move within.
    case SortRole:
        return (group.project.isEmpty() ? QStringLiteral("\uffff") : group.project) + QLatin1Char(' ')
            + group.host.text();
    case SearchRole: return group.project + QLatin1Char('\n') + group.host.text();
    default: return {};
    }
}

QString ServiceModel::groupText(const ServiceGroup &group, int column) const
{
    switch (column) {
    case Service: return group.project.isEmpty() ? tr("Without a project") : group.project;
    case State: {
        if (stale(group.host))
            return tr("Last known %1", "an age")
                .arg(formatAge(m_connections.value(group.host).lastAnswer, m_clock.utcNow()));
        int up = 0;
        for (const ServiceRow &row : group.rows)
            up += row.container.state == model::ContainerState::running ? 1 : 0;
        return tr("%1 of %2 running").arg(up).arg(group.rows.size());
    }
    case Image: return m_connections.size() > 1 ? tr("on %1", "a host").arg(group.host.text()) : QString();
    case Cpu: {
        std::optional<double> sum;
        for (const ServiceRow &row : group.rows) {
            if (row.sample && row.sample->cpuCores)
                sum = sum.value_or(0) + *row.sample->cpuCores;
        }
        return sum ? formatCores(sum) : QString();
    }
    case Memory: {
        std::optional<qint64> sum;
        for (const ServiceRow &row : group.rows) {
            if (row.sample && row.sample->memoryBytes)
                sum = sum.value_or(0) + *row.sample->memoryBytes;
        }
        return sum ? formatBytes(sum) : QString();
    }
    default: return {};
    }
}

QVariant ServiceModel::rowData(const ServiceGroup &group, const ServiceRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return rowText(row, column);
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: return column == Service ? spokenText(row) : rowText(row, column);
    case KeyRole: return QVariant::fromValue(row.key);
    case ContainerRole: return QVariant::fromValue(static_cast<const void *>(&row));
    case IsGroupRole: return false;
    case HostRole: return group.host.text();
    case LookRole: return static_cast<int>(lookOf(row.container));
    case TroubleRole: return needsAttention(row.container, m_clock.utcNow());
    case StaleRole: return stale(group.host) || row.gone;
    case BusyRole: return row.underWay.has_value();
    case FailedRole: return row.outcome && row.outcome->error;
    case SortRole: return sortValue(row, column);
    case SearchRole:
        return QStringList{
            row.container.displayName(), row.container.name.text(), row.container.project,          group.host.text(),
            row.container.image,         stateText(row.container),  portsText(row.container.ports), row.key.id.text()}
            .join(QLatin1Char('\n'));
    case SparkRole: return column == Cpu ? QVariant::fromValue(row.cpu) : QVariant();
    default: return {};
    }
}

QString ServiceModel::rowText(const ServiceRow &row, int column) const
{
    switch (column) {
    case Service:
        return row.container.number > 1 ? tr("%1 (%2)", "service, number of its container")
                                              .arg(row.container.displayName())
                                              .arg(row.container.number)
                                        : row.container.displayName();
    case State: return stateOf(row);
    case Image: return row.image;
    case Uptime: return stale(row.key.host) ? QString() : row.uptime;
    case Restarts: return row.container.restarts > 0 ? formatCount(row.container.restarts) : QString();
    case Cpu: return measurable(row) && row.sample ? formatCores(row.sample->cpuCores) : QString();
    case Memory: return measurable(row) && row.sample ? formatBytes(row.sample->memoryBytes) : QString();
    case Ports: return portsText(row.container.ports);
    default: return {};
    }
}

QString ServiceModel::stateOf(const ServiceRow &row) const
{
    if (row.gone)
        return tr("Removed");
    if (row.underWay)
        return actionUnderWay(*row.underWay);
    if (row.outcome && row.outcome->error)
        return actionFailed(row.outcome->action);
    const QString state = stateText(row.container);
    if (!stale(row.key.host))
        return row.container.noAnswer ? tr("%1, no answer", "state; the engine hangs when asked").arg(state) : state;
    return tr("%1, %2", "state, age")
        .arg(state, formatAge(m_connections.value(row.key.host).lastAnswer, m_clock.utcNow()));
}

QString ServiceModel::spokenText(const ServiceRow &row) const
{
    QStringList parts{rowText(row, Service), stateOf(row)};
    if (const QString cpu = rowText(row, Cpu); !cpu.isEmpty())
        parts.append(tr("CPU %1").arg(cpu));
    if (const QString memory = rowText(row, Memory); !memory.isEmpty())
        parts.append(tr("memory %1").arg(memory));
    if (const QString uptime = rowText(row, Uptime); !uptime.isEmpty())
        parts.append(tr("up %1").arg(uptime));
    return parts.join(QStringLiteral(", "));
}

QString ServiceModel::toolTip(const ServiceRow &row, int column) const
{
    switch (column) {
    case Service:
        return tr("%1\nContainer %2", "container's name, id")
            .arg(row.container.name.text(), row.key.id.text().left(12));
    case State:
        if (row.outcome && row.outcome->error)
            return wordsFor(*row.outcome->error, row.outcome->action, row.container.displayName()).all();
        if (row.container.noAnswer)
            return tr(
                "The engine does not answer when it is asked about this container. What is said here may be old.");
        return row.container.finishedAt.isValid() && !row.container.running()
            ? tr("Ended %1").arg(formatInstant(row.container.finishedAt))
            : QString();
    case Image: return row.container.image;
    case Uptime: return row.uptime.isEmpty() ? QString() : tr("Since %1").arg(formatInstant(row.container.startedAt));
    case Memory:
        return row.sample && row.sample->memoryBytes && row.sample->memoryLimitBytes > 0
            ? tr("%1 of %2").arg(formatBytes(row.sample->memoryBytes), formatBytes(row.sample->memoryLimitBytes))
            : QString();
    default: return {};
    }
}

QVariant ServiceModel::sortValue(const ServiceRow &row, int column) const
{
    switch (column) {
    case State: return urgencyOf(lookOf(row.container));
    case Image: return row.image;
    case Uptime:
        return row.uptime.isEmpty() ? std::numeric_limits<qint64>::max() : row.container.startedAt.toMSecsSinceEpoch();
    case Restarts: return row.container.restarts;
    case Cpu: return row.sample ? row.sample->cpuCores.value_or(-1) : -1.0;
    case Memory: return row.sample ? row.sample->memoryBytes.value_or(-1) : qint64(-1);
    case Ports: return row.container.ports.isEmpty() ? 0 : row.container.ports.first().hostPort;
    default: return row.container.displayName();
    }
}

} // namespace mediahelm::ui
