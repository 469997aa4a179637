// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_containers.h"

#include "core/engine/json_fields.h"
#include "core/engine/timestamps.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace mediahelm::engine {

using base::ContainerId;
using base::ContainerName;
using base::Result;
using model::Container;
using model::ContainerState;
using model::Health;
using model::PortBinding;

namespace {

Result<ContainerId> decodeId(const QJsonObject &object)
{
    const Result<ContainerId> id = ContainerId::parse(textOf(object, QLatin1String("Id")));
    if (!id)
        return malformed(QStringLiteral("a container's id is out of rule"));
    return id;
}

// "/name"; further names "/other/alias" are those that linked containers know it by. One out of rule is left out: it is
// for showing, and calls go by the id.
ContainerName decodeName(const QStringList &names)
{
    for (const QString &name : names) {
        const Result<ContainerName> parsed =
            ContainerName::parse(name.startsWith(QLatin1Char('/')) ? QStringView(name).sliced(1) : QStringView(name));
        if (parsed)
            return *parsed;
    }
    return {};
}

int toPort(qint64 number)
{
    return number > 0 && number <= 65535 ? static_cast<int>(number) : 0;
}

// The engine lists them in a new order each time.
void sortPorts(QList<PortBinding> &ports)
{
    const auto key = [](const PortBinding &port) {
        return std::tie(port.containerPort, port.protocol, port.hostIp, port.hostPort);
    };
    std::sort(ports.begin(), ports.end(),
              [key](const PortBinding &a, const PortBinding &b) { return key(a) < key(b); });
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
}

QList<PortBinding> decodeListedPorts(const QJsonArray &array)
{
    QList<PortBinding> ports;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        PortBinding port;
        port.hostIp = textOf(object, QLatin1String("IP"));
        port.hostPort = toPort(integerOf(object, QLatin1String("PublicPort")));
        port.containerPort = toPort(integerOf(object, QLatin1String("PrivatePort")));
        port.protocol = textOf(object, QLatin1String("Type"));
        if (port.containerPort > 0)
            ports.append(port);
    }
    sortPorts(ports);
    return ports;
}

// {"80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "8080"}], "443/tcp": null}
QList<PortBinding> decodeInspectedPorts(const QJsonObject &object)
{
    QList<PortBinding> ports;
    for (auto it = object.begin(); it != object.end(); ++it) {
        PortBinding port;
        port.containerPort = toPort(it.key().section(QLatin1Char('/'), 0, 0).toInt());
        port.protocol = it.key().section(QLatin1Char('/'), 1, 1);
        if (port.containerPort == 0)
            continue;
        const QJsonArray bindings = it.value().toArray();
        if (bindings.isEmpty())
            ports.append(port);
        for (const QJsonValue &binding : bindings) {
            port.hostIp = textOf(binding.toObject(), QLatin1String("HostIp"));
            port.hostPort = toPort(textOf(binding.toObject(), QLatin1String("HostPort")).toInt());
            ports.append(port);
        }
    }
    sortPorts(ports);
    return ports;
}

void applyComposeLabels(Container &container, const QJsonObject &labels)
{
    container.project = textOf(labels, QLatin1String("com.docker.compose.project"));
    container.service = textOf(labels, QLatin1String("com.docker.compose.service"));
    container.number = textOf(labels, QLatin1String("com.docker.compose.container-number")).toInt();
}

// Whether the last run's exit code is of interest: it ended, and it once began.
bool hasEnded(ContainerState state)
{
    return state == ContainerState::exited || state == ContainerState::dead || state == ContainerState::restarting
        || state == ContainerState::removing;
}

Result<Container> decodeListed(const QJsonObject &object)
{
    const Result<ContainerId> id = decodeId(object);
    if (!id)
        return id.error();
    const QString status = textOf(object, QLatin1String("Status"));
    Container container;
    container.id = *id;
    container.name = decodeName(textsOf(object, QLatin1String("Names")));
    container.image = textOf(object, QLatin1String("Image"));
    applyComposeLabels(container, objectOf(object, QLatin1String("Labels")));
    container.state = model::containerStateFromName(textOf(object, QLatin1String("State")));
    container.health = healthOfStatus(status);
    if (hasEnded(container.state))
        container.exitCode = exitCodeOfStatus(status);
    if (const qint64 created = integerOf(object, QLatin1String("Created")); created > 0)
        container.createdAt = QDateTime::fromSecsSinceEpoch(created, Qt::UTC);
    container.ports = decodeListedPorts(arrayOf(object, QLatin1String("Ports")));
    return container;
}

} // namespace

Health healthOfStatus(QStringView status)
{
    if (status.endsWith(u"(healthy)"))
        return Health::healthy;
    if (status.endsWith(u"(unhealthy)"))
        return Health::unhealthy;
    if (status.endsWith(u"(health: starting)"))
        return Health::starting;
    return Health::none;
}

std::optional<int> exitCodeOfStatus(QStringView status)
{
    // "Exited (0) 2 hours ago", "Restarting (1) 5 seconds ago"
    const qsizetype open = status.indexOf(u'(');
    const qsizetype close = status.indexOf(u')', open + 1);
    if (open < 0 || close < 0)
        return std::nullopt;
    bool ok = false;
    const int code = status.sliced(open + 1, close - open - 1).toInt(&ok);
    return ok ? std::optional(code) : std::nullopt;
}

Result<QList<Container>> decodeContainers(const QByteArray &json)
{
    const Result<QJsonArray> array = parseArray(json);
    if (!array)
        return array.error();
    QList<Container> containers;
    containers.reserve(array->size());
    for (const QJsonValue &value : *array) {
        if (!value.isObject())
            return malformed(QStringLiteral("an entry is no object"));
        Result<Container> container = decodeListed(value.toObject());
        if (!container)
            return container.error();
        containers.append(std::move(*container));
    }
    return containers;
}

namespace {

void applyState(Container &container, const QJsonObject &state)
{
    container.state = model::containerStateFromName(textOf(state, QLatin1String("Status")));
    // As in the list: the verdict on a run that is over says nothing.
    if (container.state == ContainerState::running)
        container.health =
            model::healthFromName(textOf(objectOf(state, QLatin1String("Health")), QLatin1String("Status")));
    container.oomKilled = state.value(QLatin1String("OOMKilled")).toBool();
    container.startedAt = timeOf(textOf(state, QLatin1String("StartedAt")));
    container.finishedAt = timeOf(textOf(state, QLatin1String("FinishedAt")));
    if (hasEnded(container.state) && state.contains(QLatin1String("ExitCode")))
        container.exitCode = static_cast<int>(integerOf(state, QLatin1String("ExitCode")));
}

std::chrono::milliseconds durationOf(const QJsonObject &object, QLatin1String key, std::chrono::milliseconds fallback)
{
    const qint64 nanos = integerOf(object, key);
    return nanos > 0 ? std::chrono::milliseconds(nanos / 1'000'000) : fallback;
}

std::optional<model::HealthCheck> decodeHealthCheck(const QJsonObject &config, const QJsonObject &state)
{
    const QStringList test = textsOf(config, QLatin1String("Test"));
    if (test.isEmpty() || test.first() == QLatin1String("NONE"))
        return std::nullopt;
    model::HealthCheck check;
    check.test = test;
    check.interval = durationOf(config, QLatin1String("Interval"), check.interval);
    check.timeout = durationOf(config, QLatin1String("Timeout"), check.timeout);
    check.startPeriod = durationOf(config, QLatin1String("StartPeriod"), check.startPeriod);
    if (const qint64 retries = integerOf(config, QLatin1String("Retries")); retries > 0)
        check.retries = static_cast<int>(std::min<qint64>(retries, std::numeric_limits<int>::max()));
    check.failingStreak = static_cast<int>(integerOf(state, QLatin1String("FailingStreak")));
    const QJsonArray log = arrayOf(state, QLatin1String("Log"));
    for (const QJsonValue &value : log) {
        const QJsonObject entry = value.toObject();
        model::HealthProbe probe;
        probe.start = timeOf(textOf(entry, QLatin1String("Start")));
        probe.end = timeOf(textOf(entry, QLatin1String("End")));
        probe.exitCode = static_cast<int>(integerOf(entry, QLatin1String("ExitCode")));
        probe.output = textOf(entry, QLatin1String("Output")).left(4096);
        check.log.append(probe);
    }
    return check;
}

QString decodeRestartPolicy(const QJsonObject &policy)
{
    const QString name = textOf(policy, QLatin1String("Name"));
    const qint64 most = integerOf(policy, QLatin1String("MaximumRetryCount"));
    if (name.isEmpty())
        return QStringLiteral("no");
    return name == QLatin1String("on-failure") && most > 0 ? QStringLiteral("%1:%2").arg(name).arg(most) : name;
}

QStringList namesOfEnvironment(const QStringList &environment)
{
    QStringList names;
    for (const QString &entry : environment)
        names.append(entry.section(QLatin1Char('='), 0, 0));
    return names;
}

QList<model::Mount> decodeMounts(const QJsonArray &array)
{
    QList<model::Mount> mounts;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        model::Mount mount;
        mount.type = textOf(object, QLatin1String("Type"));
        const QString volume = textOf(object, QLatin1String("Name"));
        mount.source = volume.isEmpty() ? textOf(object, QLatin1String("Source")) : volume;
        mount.destination = textOf(object, QLatin1String("Destination"));
        mount.writable = object.value(QLatin1String("RW")).toBool(true);
        mounts.append(mount);
    }
    return mounts;
}

QList<model::NetworkAttachment> decodeNetworks(const QJsonObject &object)
{
    QList<model::NetworkAttachment> networks;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject network = it.value().toObject();
        const QString v4 = textOf(network, QLatin1String("IPAddress"));
        networks.append({it.key(), v4.isEmpty() ? textOf(network, QLatin1String("GlobalIPv6Address")) : v4});
    }
    return networks;
}

void applyConfig(model::ContainerDetail &detail, const QJsonObject &config)
{
    detail.container.image = textOf(config, QLatin1String("Image"));
    detail.labels = textMapOf(config, QLatin1String("Labels"));
    detail.workingDirectory = textOf(config, QLatin1String("WorkingDir"));
    detail.user = textOf(config, QLatin1String("User"));
    detail.tty = config.value(QLatin1String("Tty")).toBool();
    detail.environmentNames = namesOfEnvironment(textsOf(config, QLatin1String("Env")));
    applyComposeLabels(detail.container, objectOf(config, QLatin1String("Labels")));
}

} // namespace

Result<Inspection> decodeInspection(const QByteArray &json)
{
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    const Result<ContainerId> id = decodeId(*root);
    if (!id)
        return id.error();
    const QJsonObject config = objectOf(*root, QLatin1String("Config"));
    const QJsonObject state = objectOf(*root, QLatin1String("State"));
    const QJsonObject host = objectOf(*root, QLatin1String("HostConfig"));
    const QJsonObject network = objectOf(*root, QLatin1String("NetworkSettings"));
    if (state.isEmpty())
        return malformed(QStringLiteral("it has no state"));

    Inspection inspection;
    model::ContainerDetail &detail = inspection.detail;
    detail.container.id = *id;
    detail.container.name = decodeName({textOf(*root, QLatin1String("Name"))});
    detail.container.createdAt = timeOf(textOf(*root, QLatin1String("Created")));
    detail.container.restarts = static_cast<int>(integerOf(*root, QLatin1String("RestartCount")));
    applyState(detail.container, state);
    applyConfig(detail, config);
    detail.container.ports = decodeInspectedPorts(objectOf(network, QLatin1String("Ports")));
    detail.imageId = textOf(*root, QLatin1String("Image"));
    detail.command = QStringList{textOf(*root, QLatin1String("Path"))} + textsOf(*root, QLatin1String("Args"));
    detail.restartPolicy = decodeRestartPolicy(objectOf(host, QLatin1String("RestartPolicy")));
    detail.networkMode = textOf(host, QLatin1String("NetworkMode"));
    detail.privileged = host.value(QLatin1String("Privileged")).toBool();
    detail.mounts = decodeMounts(arrayOf(*root, QLatin1String("Mounts")));
    detail.networks = decodeNetworks(objectOf(network, QLatin1String("Networks")));
    detail.healthCheck =
        decodeHealthCheck(objectOf(config, QLatin1String("Healthcheck")), objectOf(state, QLatin1String("Health")));
    detail.error = textOf(state, QLatin1String("Error"));
    if (const qint64 seconds = integerOf(config, QLatin1String("StopTimeout"), -1); seconds >= 0)
        inspection.stopTimeoutSeconds = static_cast<int>(std::min<qint64>(seconds, 24 * 3600));
    return inspection;
}

} // namespace mediahelm::engine
