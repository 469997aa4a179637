// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_observed.h"

#include "core/engine/decode_containers.h"
#include "core/engine/json_fields.h"
#include "core/engine/timestamps.h"

#include <algorithm>

namespace mediahelm::engine {

using base::ContainerId;
using base::Result;
using model::ObservedContainer;
using model::ObservedImage;

namespace {

QHash<QString, QByteArray> digestsOf(const QStringList &environment)
{
    QHash<QString, QByteArray> digests;
    for (const QString &entry : environment) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals > 0)
            digests.insert(entry.first(equals), model::digestOf(entry.sliced(equals + 1)));
    }
    return digests;
}

// HostConfig.PortBindings: what was asked for, also of a container that does not run.
QList<model::PortBinding> decodeBindings(const QJsonObject &object)
{
    QList<model::PortBinding> ports;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray bindings = it.value().toArray();
        for (const QJsonValue &value : bindings) {
            const QJsonObject binding = value.toObject();
            model::PortBinding port;
            port.containerPort = it.key().section(u'/', 0, 0).toInt();
            port.protocol = it.key().section(u'/', 1, 1);
            port.hostIp = textOf(binding, QLatin1String("HostIp"));
            port.hostPort = textOf(binding, QLatin1String("HostPort")).toInt();
            ports.append(port);
        }
    }
    return ports;
}

QStringList decodeDevices(const QJsonArray &array)
{
    QStringList devices;
    for (const QJsonValue &value : array) {
        const QJsonObject device = value.toObject();
        devices.append(textOf(device, QLatin1String("PathOnHost")) + u':'
                       + textOf(device, QLatin1String("PathInContainer")));
    }
    return devices;
}

// What the inspection says of how the container was made; ids, names, state and health checks are read as elsewhere.
void applyWhatItWasMadeOf(ObservedContainer &container, const QJsonObject &config, const QJsonObject &host)
{
    container.environment = digestsOf(textsOf(config, QLatin1String("Env")));
    container.command = textsOf(config, QLatin1String("Cmd"));
    container.entrypoint = textsOf(config, QLatin1String("Entrypoint"));
    container.user = textOf(config, QLatin1String("User"));
    container.workingDirectory = textOf(config, QLatin1String("WorkingDir"));
    container.hostname = textOf(config, QLatin1String("Hostname"));
    container.ports = decodeBindings(objectOf(host, QLatin1String("PortBindings")));
    container.networkMode = textOf(host, QLatin1String("NetworkMode"));
    container.pidMode = textOf(host, QLatin1String("PidMode"));
    container.ipcMode = textOf(host, QLatin1String("IpcMode"));
    container.volumesFrom = textsOf(host, QLatin1String("VolumesFrom"));
    container.privileged = host.value(QLatin1String("Privileged")).toBool();
    container.capabilitiesAdded = textsOf(host, QLatin1String("CapAdd"));
    container.capabilitiesDropped = textsOf(host, QLatin1String("CapDrop"));
    container.devices = decodeDevices(arrayOf(host, QLatin1String("Devices")));
    container.memoryLimit = std::max<qint64>(0, integerOf(host, QLatin1String("Memory")));
    container.cpus = static_cast<double>(std::max<qint64>(0, integerOf(host, QLatin1String("NanoCpus")))) / 1e9;
}

} // namespace

Result<QList<ContainerId>> decodeContainerIds(const QByteArray &json)
{
    const Result<QJsonArray> array = parseArray(json);
    if (!array)
        return array.error();
    QList<ContainerId> ids;
    for (const QJsonValue &value : *array) {
        const Result<ContainerId> id = ContainerId::parse(textOf(value.toObject(), QLatin1String("Id")));
        if (!id)
            return malformed(QStringLiteral("a container's id is out of rule"));
        ids.append(*id);
    }
    return ids;
}

Result<ObservedContainer> decodeObservedContainer(const QByteArray &json)
{
    const Result<Inspection> inspection = decodeInspection(json);
    if (!inspection)
        return inspection.error();
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    const model::ContainerDetail &detail = inspection->detail;
    ObservedContainer container;
    container.id = detail.container.id;
    container.name = detail.container.name.text();
    container.image = detail.container.image;
    container.imageId = detail.imageId;
    container.state = detail.container.state;
    container.exitCode = detail.container.exitCode;
    container.createdAt = detail.container.createdAt;
    container.startedAt = detail.container.startedAt;
    container.labels = detail.labels;
    container.mounts = detail.mounts;
    for (const model::NetworkAttachment &network : detail.networks)
        container.networks.append(network.name);
    container.restartPolicy = detail.restartPolicy;
    container.healthCheck = detail.healthCheck;
    if (container.healthCheck) {
        container.healthCheck->log.clear();
        container.healthCheck->failingStreak = 0;
    }
    applyWhatItWasMadeOf(container, objectOf(*root, QLatin1String("Config")),
                         objectOf(*root, QLatin1String("HostConfig")));
    return container;
}

Result<ObservedImage> decodeObservedImage(const QByteArray &json)
{
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    ObservedImage image;
    image.id = textOf(*root, QLatin1String("Id"));
    if (image.id.isEmpty())
        return malformed(QStringLiteral("it has no id"));
    const QJsonObject config = objectOf(*root, QLatin1String("Config"));
    image.repositoryDigests = textsOf(*root, QLatin1String("RepoDigests"));
    image.environment = digestsOf(textsOf(config, QLatin1String("Env")));
    image.command = textsOf(config, QLatin1String("Cmd"));
    image.entrypoint = textsOf(config, QLatin1String("Entrypoint"));
    image.labels = textMapOf(config, QLatin1String("Labels"));
    image.healthTest = textsOf(objectOf(config, QLatin1String("Healthcheck")), QLatin1String("Test"));
    image.user = textOf(config, QLatin1String("User"));
    image.workingDirectory = textOf(config, QLatin1String("WorkingDir"));
    image.tagged = timeOf(textOf(objectOf(*root, QLatin1String("Metadata")), QLatin1String("LastTagTime")));
    image.size = countOf(*root, QLatin1String("Size")).value_or(0);
    return image;
}

} // namespace mediahelm::engine
