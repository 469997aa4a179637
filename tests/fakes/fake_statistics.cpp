// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_container.h"

#include <QJsonArray>

namespace mediahelm::fakes {

namespace {

constexpr qint64 bootNano = 1'600'000'000'000'000'000;

// Counters grow with the container's age, so that rates come out as the container says.
qint64 used(const FakeContainer &container, qint64 atNano)
{
    const auto age = static_cast<double>(qMax<qint64>(0, atNano - container.startedNano));
    return static_cast<qint64>(age * container.cpuCores);
}

QJsonObject cpuAt(const FakeContainer &container, const FakeStatsMoment &moment, qint64 atNano)
{
    QJsonObject usage{{QStringLiteral("total_usage"), atNano ? used(container, atNano) : 0},
                      {QStringLiteral("usage_in_kernelmode"), 0},
                      {QStringLiteral("usage_in_usermode"), 0}};
    QJsonObject cpu;
    if (atNano) {
        if (!moment.cgroupV2) {
            QJsonArray perCpu;
            for (int i = 0; i < moment.cpus; ++i)
                perCpu += used(container, atNano) / moment.cpus;
            usage.insert(QStringLiteral("percpu_usage"), perCpu);
        }
        cpu.insert(QStringLiteral("system_cpu_usage"), (atNano - bootNano) * moment.cpus);
        cpu.insert(QStringLiteral("online_cpus"), moment.cpus);
    }
    cpu.insert(QStringLiteral("cpu_usage"), usage);
    cpu.insert(QStringLiteral("throttling_data"),
               QJsonObject{{QStringLiteral("periods"), 0},
                           {QStringLiteral("throttled_periods"), 0},
                           {QStringLiteral("throttled_time"), 0}});
    return cpu;
}

QJsonObject memory(const FakeContainer &container, const FakeStatsMoment &moment)
{
    const qint64 cache = container.memoryBytes / 4;
    QJsonObject stats{{QStringLiteral("inactive_file"), cache}, {QStringLiteral("active_file"), 0}};
    if (!moment.cgroupV2)
        stats.insert(QStringLiteral("total_inactive_file"), cache);
    return {{QStringLiteral("usage"), container.memoryBytes + cache},
            {QStringLiteral("stats"), stats},
            {QStringLiteral("limit"), moment.machineMemoryBytes}};
}

QJsonObject blockIo(const FakeContainer &container, qint64 ageSeconds)
{
    const auto entry = [](const char *operation, qint64 value) {
        return QJsonObject{{QStringLiteral("major"), 259},
                           {QStringLiteral("minor"), 0},
                           {QStringLiteral("op"), QLatin1String(operation)},
                           {QStringLiteral("value"), value}};
    };
    const auto rate = static_cast<qint64>(container.cpuCores * 100'000);
    return {{QStringLiteral("io_service_bytes_recursive"),
             QJsonArray{entry("Read", ageSeconds * rate), entry("Write", ageSeconds * rate / 2),
                        entry("Total", ageSeconds * rate * 3 / 2)}}};
}

} // namespace

QJsonObject statistics(const FakeContainer &container, const FakeStatsMoment &moment)
{
    QJsonObject stats{{QStringLiteral("name"), QLatin1Char('/') + container.name},
                      {QStringLiteral("id"), container.id},
                      {QStringLiteral("num_procs"), 0},
                      {QStringLiteral("storage_stats"), QJsonObject{}},
                      {QStringLiteral("preread"), isoNano(moment.beforeNano)}};
    if (!container.hasProcess()) { // names alone, and zeros
        stats.insert(QStringLiteral("read"), isoNano(0));
        stats.insert(QStringLiteral("preread"), isoNano(0));
        stats.insert(QStringLiteral("pids_stats"), QJsonObject{});
        stats.insert(QStringLiteral("memory_stats"), QJsonObject{});
        stats.insert(QStringLiteral("cpu_stats"), cpuAt(container, moment, 0));
        stats.insert(QStringLiteral("precpu_stats"), cpuAt(container, moment, 0));
        stats.insert(QStringLiteral("blkio_stats"),
                     QJsonObject{{QStringLiteral("io_service_bytes_recursive"), QJsonValue()}});
        return stats;
    }
    const qint64 ageSeconds = (moment.nowNano - container.startedNano) / 1'000'000'000;
    stats.insert(QStringLiteral("read"), isoNano(moment.nowNano));
    stats.insert(QStringLiteral("pids_stats"), QJsonObject{{QStringLiteral("current"), 3}});
    stats.insert(QStringLiteral("memory_stats"), memory(container, moment));
    stats.insert(QStringLiteral("cpu_stats"), cpuAt(container, moment, moment.nowNano));
    stats.insert(QStringLiteral("precpu_stats"), cpuAt(container, moment, moment.beforeNano));
    stats.insert(QStringLiteral("blkio_stats"), blockIo(container, ageSeconds));
    if (container.networkMode != u"host") {
        const auto rate = static_cast<qint64>(container.cpuCores * 200'000);
        stats.insert(QStringLiteral("networks"),
                     QJsonObject{{QStringLiteral("eth0"),
                                  QJsonObject{{QStringLiteral("rx_bytes"), ageSeconds * rate},
                                              {QStringLiteral("tx_bytes"), ageSeconds * rate / 3},
                                              {QStringLiteral("rx_packets"), ageSeconds},
                                              {QStringLiteral("tx_packets"), ageSeconds}}}});
    }
    return stats;
}

} // namespace mediahelm::fakes
