// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/status_table.h"

#include "app/cli/inert_text.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>

namespace mediahelm::app {

namespace {

using State = model::ContainerState;
using model::Health;

QString uptime(const model::Container &container, const QDateTime &now)
{
    if (!container.running() || !container.startedAt.isValid())
        return QStringLiteral("-");
    const qint64 seconds = qMax<qint64>(0, container.startedAt.secsTo(now));
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours >= 48)
        return QStringLiteral("%1d %2h").arg(hours / 24).arg(hours % 24);
    if (hours > 0)
        return QStringLiteral("%1h %2m").arg(hours).arg(minutes % 60);
    return minutes > 0 ? QStringLiteral("%1m").arg(minutes) : QStringLiteral("%1s").arg(seconds);
}

QString cpu(const StatusRow &row)
{
    if (!row.sample || !row.sample->cpuCores)
        return QStringLiteral("-");
    return QString::number(*row.sample->cpuCores * 100, 'f', 1) + u'%';
}

QString bytes(qint64 count)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    double value = static_cast<double>(count);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return QString::number(value, 'f', unit > 0 && value < 10 ? 1 : 0) + u' ' + QLatin1String(units.at(unit));
}

QString memory(const StatusRow &row)
{
    return row.sample && row.sample->memoryBytes ? bytes(*row.sample->memoryBytes) : QStringLiteral("-");
}

QString ports(const model::Container &container)
{
    QStringList texts;
    for (const model::PortBinding &port : container.ports) {
        if (port.hostPort == 0)
            continue;
        QString text = port.hostPort == port.containerPort
            ? QString::number(port.hostPort)
            : QStringLiteral("%1->%2").arg(port.hostPort).arg(port.containerPort);
        if (port.protocol != u"tcp")
            text += u'/' + port.protocol;
        if (!texts.contains(text)) // once for IPv4 and IPv6
            texts.append(text);
    }
    return texts.isEmpty() ? QStringLiteral("-") : texts.join(u' ');
}

QString lastKnownState(const model::Container &container)
{
    if (container.state == State::running && container.health != Health::none)
        return model::healthName(container.health);
    if (container.state == State::exited && container.exitCode)
        return QStringLiteral("exited (%1)").arg(*container.exitCode);
    return model::containerStateName(container.state);
}

const char *colourOf(const model::Container &container)
{
    if (container.noAnswer)
        return "\x1b[33m";
    switch (container.state) {
    case State::running:
        return container.health == Health::unhealthy ? "\x1b[31m"
            : container.health == Health::starting   ? "\x1b[33m"
                                                     : "\x1b[32m";
    case State::restarting:
    case State::paused:
    case State::removing: return "\x1b[33m";
    case State::exited: return container.exitCode.value_or(0) != 0 ? "\x1b[31m" : "\x1b[2m";
    case State::dead: return "\x1b[31m";
    case State::created:
    case State::unknown: break;
    }
    return "\x1b[2m";
}

struct Column {
    QString head;
    bool right = false; // numbers
    QStringList cells;

    qsizetype width() const
    {
        qsizetype most = head.size();
        for (const QString &cell : cells)
            most = qMax(most, cell.size());
        return most;
    }
};

QList<Column> columnsOf(const QList<StatusRow> &rows, const TableLook &look, const QDateTime &now)
{
    const auto column = [&](const char *head, bool right, const auto &cell) {
        Column made{QString::fromLatin1(head), right, {}};
        for (const StatusRow &row : rows)
            made.cells.append(inertWords(cell(row)));
        return made;
    };
    QList<Column> columns;
    if (look.withHost)
        columns << column("HOST", false, [](const StatusRow &row) { return row.host.text(); });
    columns << column("PROJECT", false, [](const StatusRow &row) {
        return row.container.project.isEmpty() ? QStringLiteral("-") : row.container.project;
    });
    columns << column("SERVICE", false, [](const StatusRow &row) {
        return row.container.number > 1
            ? QStringLiteral("%1 (%2)").arg(row.container.displayName()).arg(row.container.number)
            : row.container.displayName();
    });
    columns << column("STATE", false, [](const StatusRow &row) { return stateWords(row.container); });
    columns << column("UPTIME", true, [&](const StatusRow &row) { return uptime(row.container, now); });
    columns << column("RESTARTS", true, [](const StatusRow &row) { return QString::number(row.container.restarts); });
    if (look.withStats) {
        columns << column("CPU", true, cpu);
        columns << column("MEMORY", true, memory);
    }
    columns << column("PORTS", false, [](const StatusRow &row) { return ports(row.container); });
    return columns;
}

// Makes the widths fit: what is widest of the texts gives way first, down to eight characters each.
QList<qsizetype> fittingWidths(const QList<Column> &columns, int available)
{
    QList<qsizetype> widths;
    qsizetype total = (columns.size() - 1) * 2;
    for (const Column &column : columns) {
        widths.append(column.width());
        total += widths.last();
    }
    while (available > 0 && total > available) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (!columns.at(i).right && widths.at(i) > 8 && (widest < 0 || widths.at(i) >= widths.at(widest)))
                widest = i;
        }
        if (widest < 0)
            break;
        --widths[widest];
        --total;
    }
    return widths;
}

QString padded(const QString &text, qsizetype width, bool right, bool last)
{
    const QString cut = text.size() > width ? text.left(width - 1) + u'…' : text;
    if (right)
        return cut.rightJustified(width);
    return last ? cut : cut.leftJustified(width);
}

} // namespace

QString stateWords(const model::Container &container)
{
    const QString words = lastKnownState(container);
    return container.noAnswer ? words + QStringLiteral(", no answer") : words;
}

void sortForTable(QList<StatusRow> &rows)
{
    QHash<base::HostId, int> order;
    for (const StatusRow &row : std::as_const(rows)) {
        if (!order.contains(row.host))
            order.insert(row.host, static_cast<int>(order.size()));
    }
    std::ranges::stable_sort(rows, [&](const StatusRow &a, const StatusRow &b) {
        const auto key = [&](const StatusRow &row) {
            return std::make_tuple(order.value(row.host), row.container.project.isEmpty(), row.container.project,
                                   row.container.displayName(), row.container.number, row.container.name.text());
        };
        return key(a) < key(b);
    });
}

QString statusTable(const QList<StatusRow> &rows, const TableLook &look, const QDateTime &now)
{
    const QList<Column> columns = columnsOf(rows, look, now);
    const QList<qsizetype> widths = fittingWidths(columns, look.columns);
    QString text;
    for (qsizetype line = -1; line < rows.size(); ++line) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Column &column = columns.at(i);
            const bool last = i + 1 == columns.size();
            QString cell = padded(line < 0 ? column.head : column.cells.at(line), widths.at(i), column.right, last);
            if (look.colours && line < 0)
                cell = QStringLiteral("\x1b[1m") + cell + QStringLiteral("\x1b[0m");
            else if (look.colours && column.head == u"STATE")
                cell = QLatin1String(colourOf(rows.at(line).container)) + cell + QStringLiteral("\x1b[0m");
            text += cell + (last ? QStringLiteral("\n") : QStringLiteral("  "));
        }
    }
    return text;
}

} // namespace mediahelm::app
