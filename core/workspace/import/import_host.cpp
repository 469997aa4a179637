// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/import_parts.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualSharedMemory = 67108864; // the engine's own default

QStringList securityOptions(Importing &to)
{
    QStringList options;
    const QStringList all = textsOf(to.host.value("SecurityOpt"_L1));
    for (const QString &option : all) {
        if (option.startsWith("seccomp"_L1) && option.contains(u'{'))
            to.result.warnings.append(u"its seccomp profile is left out: save it as a file, and name that"_s);
        else
            options.append(option);
    }
    // How `--security-opt systempaths=unconfined` reaches the engine.
    const QJsonValue masked = to.host.value("MaskedPaths"_L1);
    if (masked.isArray() && masked.toArray().isEmpty() && !to.host.value("Privileged"_L1).toBool())
        options.append(u"systempaths=unconfined"_s);
    return options;
}

QStringList devices(const QJsonObject &host)
{
    QStringList devices;
    const QJsonArray all = host.value("Devices"_L1).toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject device = value.toObject();
        const QString permissions = device.value("CgroupPermissions"_L1).toString();
        devices.append(device.value("PathOnHost"_L1).toString() + u':' + device.value("PathInContainer"_L1).toString()
                       + (permissions == "rwm"_L1 || permissions.isEmpty() ? QString() : u':' + permissions));
    }
    return devices;
}

// Graphics cards and the like: what --gpus asks for.
void writeDeviceRequests(Importing &to)
{
    QList<QByteArray> lines;
    const QJsonArray requests = to.host.value("DeviceRequests"_L1).toArray();
    for (const QJsonValue &value : requests) {
        const QJsonObject request = value.toObject();
        QStringList capabilities;
        const QJsonArray sets = request.value("Capabilities"_L1).toArray();
        for (const QJsonValue &set : sets)
            capabilities += textsOf(set);
        QByteArrayList words;
        for (const QString &capability : std::as_const(capabilities))
            words.append(composeText(capability));
        lines.append("      - capabilities: [" + words.join(", ") + ']');
        if (const QString driver = request.value("Driver"_L1).toString(); !driver.isEmpty())
            lines.append("        driver: " + composeText(driver));
        const QStringList ids = textsOf(request.value("DeviceIDs"_L1));
        const int count = request.value("Count"_L1).toInt();
        if (!ids.isEmpty()) {
            lines.append("        device_ids:");
            for (const QString &id : ids)
                lines.append("          - " + composeText(id));
        } else if (count != 0) {
            lines.append("        count: " + (count < 0 ? QByteArray("all") : QByteArray::number(count)));
        }
    }
    if (!lines.isEmpty())
        to.text.block("deploy", QList<QByteArray>{"resources:", "  reservations:", "    devices:"} + lines);
}

void writeBlockLimits(Importing &to)
{
    QList<QByteArray> lines;
    if (const int weight = to.host.value("BlkioWeight"_L1).toInt(); weight > 0)
        lines.append("weight: " + QByteArray::number(weight));
    for (const auto &[key, field, item] : {std::tuple{"weight_device", "BlkioWeightDevice"_L1, "Weight"_L1},
                                           std::tuple{"device_read_bps", "BlkioDeviceReadBps"_L1, "Rate"_L1},
                                           std::tuple{"device_write_bps", "BlkioDeviceWriteBps"_L1, "Rate"_L1},
                                           std::tuple{"device_read_iops", "BlkioDeviceReadIOps"_L1, "Rate"_L1},
                                           std::tuple{"device_write_iops", "BlkioDeviceWriteIOps"_L1, "Rate"_L1}}) {
        const QJsonArray all = to.host.value(field).toArray();
        if (!all.isEmpty())
            lines.append(QByteArray(key) + ':');
        for (const QJsonValue &value : all) {
            const QJsonObject device = value.toObject();
            lines.append("  - path: " + composeText(device.value("Path"_L1).toString()));
            lines.append(QByteArray(item == "Weight"_L1 ? "    weight: " : "    rate: ")
                         + QByteArray::number(device.value(item).toInteger()));
        }
    }
    to.text.block("blkio_config", lines);
}

QString restartPolicy(const QJsonObject &host)
{
    const QJsonObject policy = host.value("RestartPolicy"_L1).toObject();
    const QString name = policy.value("Name"_L1).toString();
    const int most = policy.value("MaximumRetryCount"_L1).toInt();
    return name == "on-failure"_L1 && most > 0 ? u"on-failure:%1"_s.arg(most) : name;
}

void writeLogging(Importing &to)
{
    const QJsonObject log = to.host.value("LogConfig"_L1).toObject();
    const QString driver = log.value("Type"_L1).toString();
    const ServiceText::Pairs options = pairsOf(log.value("Config"_L1).toObject());
    if (driver.isEmpty() || (driver == "json-file"_L1 && options.isEmpty()))
        return;
    QList<QByteArray> lines{"driver: " + composeText(driver)};
    if (!options.isEmpty())
        lines.append("options:");
    for (const auto &[name, value] : options)
        lines.append("  " + yamlKey(name) + ": " + composeText(value));
    to.text.block("logging", lines);
}

} // namespace

void writePrivileges(Importing &to)
{
    const QJsonObject &host = to.host;
    const auto text = [&host](QLatin1String key) { return host.value(key).toString(); };
    to.text.flag("privileged", host.value("Privileged"_L1).toBool());
    to.text.list("cap_add", textsOf(host.value("CapAdd"_L1)));
    to.text.list("cap_drop", textsOf(host.value("CapDrop"_L1)));
    to.text.list("security_opt", securityOptions(to));
    to.text.list("devices", devices(host));
    to.text.list("device_cgroup_rules", textsOf(host.value("DeviceCgroupRules"_L1)));
    writeDeviceRequests(to);
    to.text.list("group_add", textsOf(host.value("GroupAdd"_L1)));
    to.text.flag("read_only", host.value("ReadonlyRootfs"_L1).toBool());
    to.text.text("pid", to.named(text("PidMode"_L1)));
    if (const QString ipc = text("IpcMode"_L1); ipc != "private"_L1)
        to.text.text("ipc", to.named(ipc));
    to.text.text("uts", text("UTSMode"_L1));
    to.text.text("userns_mode", text("UsernsMode"_L1));
    if (const QString cgroup = text("CgroupnsMode"_L1); cgroup != "private"_L1)
        to.text.text("cgroup", cgroup);
    to.text.text("cgroup_parent", text("CgroupParent"_L1));
    if (const QString runtime = text("Runtime"_L1); runtime != "runc"_L1)
        to.text.text("runtime", runtime);
}

void writeLimits(Importing &to)
{
    const auto number = [&to](QLatin1String key) { return to.host.value(key).toInteger(); };
    const qint64 memory = number("Memory"_L1);
    to.text.number("mem_limit", memory);
    to.text.number("mem_reservation", number("MemoryReservation"_L1));
    if (const qint64 swap = number("MemorySwap"_L1); swap != 2 * memory) // what the engine makes of a limit alone
        to.text.number("memswap_limit", swap);
    const QJsonValue swappiness = to.host.value("MemorySwappiness"_L1);
    if (swappiness.isDouble() && swappiness.toInt() >= 0)
        to.text.always("mem_swappiness", QByteArray::number(swappiness.toInt()));
    to.text.decimal("cpus", static_cast<double>(number("NanoCpus"_L1)) / 1e9);
    to.text.number("cpu_shares", number("CpuShares"_L1));
    to.text.number("cpu_quota", number("CpuQuota"_L1));
    to.text.number("cpu_period", number("CpuPeriod"_L1));
    to.text.number("cpu_rt_runtime", number("CpuRealtimeRuntime"_L1));
    to.text.number("cpu_rt_period", number("CpuRealtimePeriod"_L1));
    to.text.text("cpuset", to.host.value("CpusetCpus"_L1).toString());
    to.text.number("pids_limit", number("PidsLimit"_L1));
    to.text.flag("oom_kill_disable", to.host.value("OomKillDisable"_L1).toBool());
    to.text.number("oom_score_adj", number("OomScoreAdj"_L1));
    if (const qint64 size = number("ShmSize"_L1); size != usualSharedMemory)
        to.text.number("shm_size", size);
    writeBlockLimits(to);
    QList<QByteArray> ulimits;
    const QJsonArray all = to.host.value("Ulimits"_L1).toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject limit = value.toObject();
        ulimits.append(yamlKey(limit.value("Name"_L1).toString())
                       + ": {soft: " + QByteArray::number(limit.value("Soft"_L1).toInteger())
                       + ", hard: " + QByteArray::number(limit.value("Hard"_L1).toInteger()) + '}');
    }
    to.text.block("ulimits", ulimits);
}

void writeSystem(Importing &to)
{
    const QJsonObject &host = to.host;
    const QJsonValue init = host.value("Init"_L1);
    if (init.isBool())
        to.text.always("init", init.toBool() ? "true" : "false");
    to.text.list("dns", textsOf(host.value("Dns"_L1)));
    to.text.list("dns_opt", textsOf(host.value("DnsOptions"_L1)));
    to.text.list("dns_search", textsOf(host.value("DnsSearch"_L1)));
    to.text.list("extra_hosts", textsOf(host.value("ExtraHosts"_L1)));
    to.text.map("sysctls", pairsOf(host.value("Sysctls"_L1).toObject()));
    to.text.map("storage_opt", pairsOf(host.value("StorageOpt"_L1).toObject()));
    to.text.map("annotations", pairsOf(host.value("Annotations"_L1).toObject()));
    writeLogging(to);
    if (const QString policy = restartPolicy(host); policy != "no"_L1) // which is so without a word
        to.text.text("restart", policy);
    if (host.value("AutoRemove"_L1).toBool())
        to.result.warnings.append(u"it is removed when it ends (--rm), which Compose cannot say"_s);
}

} // namespace mediahelm::workspace
