// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_stats.h"

#include "core/engine/json_fields.h"
#include "core/engine/timestamps.h"

#include <limits>

namespace mediahelm::engine {

namespace {

void readMemory(RawStats &stats, const QJsonObject &memory)
{
    const QJsonObject details = objectOf(memory, QLatin1String("stats"));
    stats.memoryUsageBytes = countOf(memory, QLatin1String("usage"));
    // cgroup v1 counts the container's own group and, as total_, those below it; v2 has the whole under the short name.
    stats.memoryInactiveFileBytes = countOf(details, QLatin1String("total_inactive_file"));
    if (!stats.memoryInactiveFileBytes)
        stats.memoryInactiveFileBytes = countOf(details, QLatin1String("inactive_file"));
    stats.memoryLimitBytes = countOf(memory, QLatin1String("limit")).value_or(0);
}

void readNetworks(RawStats &stats, const QJsonObject &networks)
{
    if (networks.isEmpty())
        return;
    quint64 received = 0;
    quint64 sent = 0;
    for (const QJsonValue &value : networks) {
        received += countOf(value.toObject(), QLatin1String("rx_bytes")).value_or(0);
        sent += countOf(value.toObject(), QLatin1String("tx_bytes")).value_or(0);
    }
    stats.networkReceiveBytes = received;
    stats.networkTransmitBytes = sent;
}

// A list of {"major", "minor", "op", "value"} per device; null where the kernel does not count.
void readBlocks(RawStats &stats, const QJsonValue &list)
{
    if (!list.isArray())
        return;
    quint64 read = 0;
    quint64 written = 0;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString operation = textOf(entry, QLatin1String("op"));
        const quint64 bytes = countOf(entry, QLatin1String("value")).value_or(0);
        if (operation.compare(QLatin1String("read"), Qt::CaseInsensitive) == 0)
            read += bytes;
        else if (operation.compare(QLatin1String("write"), Qt::CaseInsensitive) == 0)
            written += bytes;
    }
    stats.blockReadBytes = read;
    stats.blockWriteBytes = written;
}

} // namespace

std::optional<RawStats> decodeStats(const QJsonObject &object)
{
    RawStats stats;
    stats.at = timeOf(textOf(object, QLatin1String("read")));
    if (!stats.at.isValid())
        return std::nullopt;
    stats.cpuNanoseconds = countOf(objectOf(objectOf(object, QLatin1String("cpu_stats")), QLatin1String("cpu_usage")),
                                   QLatin1String("total_usage"));
    readMemory(stats, objectOf(object, QLatin1String("memory_stats")));
    readNetworks(stats, objectOf(object, QLatin1String("networks")));
    readBlocks(stats,
               objectOf(object, QLatin1String("blkio_stats")).value(QLatin1String("io_service_bytes_recursive")));
    const std::optional<quint64> processes =
        countOf(objectOf(object, QLatin1String("pids_stats")), QLatin1String("current"));
    if (processes && *processes <= static_cast<quint64>(std::numeric_limits<int>::max()))
        stats.processes = static_cast<int>(*processes);
    return stats;
}

} // namespace mediahelm::engine
