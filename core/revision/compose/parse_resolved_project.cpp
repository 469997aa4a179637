// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/observed_container.h"
#include "core/revision/compose/resolved_project.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Need;
using model::NeedCondition;

namespace {

// Compose doubles each '$' of what it prints, so that it can be read again.
QString text(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString().replace(QLatin1String("$$"), QLatin1String("$"));
}

QString textOf(const QJsonObject &object, const char *key)
{
    return text(object.value(QLatin1String(key)));
}

QJsonObject objectOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QJsonArray arrayOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toArray();
}

QStringList textsOf(const QJsonObject &object, const char *key)
{
    QStringList texts;
    const QJsonArray array = arrayOf(object, key);
    for (const QJsonValue &value : array)
        texts.append(text(value));
    return texts;
}

std::optional<QStringList> optionalTextsOf(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isArray() ? std::optional(textsOf(object, key)) : std::nullopt;
}

// Numbers come as numbers or as text ("67108864", "0.50").
double numberOf(const QJsonObject &object, const char *key, double fallback = 0)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? number : fallback;
}

std::optional<std::chrono::milliseconds> durationOf(const QJsonObject &object, const char *key)
{
    return parseGoDuration(object.value(QLatin1String(key)).toString());
}

QMap<QString, QString> namesOf(const QJsonObject &section)
{
    QMap<QString, QString> names;
    for (auto it = section.begin(); it != section.end(); ++it) {
        const QString name = textOf(it.value().toObject(), "name");
        names.insert(it.key(), name.isEmpty() ? it.key() : name);
    }
    return names;
}

void readMounts(ResolvedService &service, const QJsonObject &object, const ResolvedProject &project)
{
    const QJsonArray volumes = arrayOf(object, "volumes");
    for (const QJsonValue &value : volumes) {
        const QJsonObject volume = value.toObject();
        ResolvedMount mount;
        mount.type = textOf(volume, "type");
        mount.source = textOf(volume, "source");
        mount.target = textOf(volume, "target");
        mount.readOnly = volume.value(QLatin1String("read_only")).toBool();
        if (mount.type == QLatin1String("volume"))
            mount.source = project.volumes.value(mount.source, mount.source);
        service.mounts.append(mount);
    }
    for (const auto &[key, folder] : {std::pair("configs", "/"), std::pair("secrets", "/run/secrets/")}) {
        const QJsonArray files = arrayOf(object, key);
        for (const QJsonValue &value : files) {
            const QJsonObject file = value.toObject();
            QString target = textOf(file, "target");
            if (target.isEmpty())
                target = textOf(file, "source");
            service.fileTargets.append(target.startsWith(u'/') ? target : QLatin1String(folder) + target);
        }
    }
}

void readPorts(ResolvedService &service, const QJsonObject &object)
{
    const QJsonArray ports = arrayOf(object, "ports");
    for (const QJsonValue &value : ports) {
        const QJsonObject entry = value.toObject();
        ResolvedPort port;
        port.hostIp = textOf(entry, "host_ip");
        port.published = textOf(entry, "published");
        port.target = static_cast<int>(numberOf(entry, "target"));
        port.protocol = textOf(entry, "protocol");
        if (port.protocol.isEmpty())
            port.protocol = QStringLiteral("tcp");
        service.ports.append(port);
    }
}

void readDependencies(ResolvedService &service, const QJsonObject &object)
{
    const QJsonObject dependencies = objectOf(object, "depends_on");
    for (auto it = dependencies.begin(); it != dependencies.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        const QString condition = textOf(entry, "condition");
        Need need;
        need.service = it.key();
        need.condition = condition == QLatin1String("service_healthy")     ? NeedCondition::healthy
            : condition == QLatin1String("service_completed_successfully") ? NeedCondition::completed
                                                                           : NeedCondition::started;
        need.required = entry.value(QLatin1String("required")).toBool(true);
        need.restart = entry.value(QLatin1String("restart")).toBool(false);
        service.dependsOn.append(need);
    }
}

void readHealthCheck(ResolvedService &service, const QJsonObject &object)
{
    const QJsonObject check = objectOf(object, "healthcheck");
    service.hasHealthCheck = !check.isEmpty();
    service.healthCheck.test = textsOf(check, "test");
    service.healthCheckDisabled =
        check.value(QLatin1String("disable")).toBool() || service.healthCheck.test.value(0) == QLatin1String("NONE");
    service.healthCheck.interval = durationOf(check, "interval").value_or(service.healthCheck.interval);
    service.healthCheck.timeout = durationOf(check, "timeout").value_or(service.healthCheck.timeout);
    service.healthCheck.startPeriod = durationOf(check, "start_period").value_or(service.healthCheck.startPeriod);
    if (const int retries = static_cast<int>(numberOf(check, "retries")); retries > 0)
        service.healthCheck.retries = retries;
}

QStringList devicesOf(const QJsonObject &object)
{
    QStringList devices;
    const QJsonArray array = arrayOf(object, "devices");
    for (const QJsonValue &value : array) {
        if (value.isObject()) { // later versions print the long form
            const QString source = textOf(value.toObject(), "source");
            const QString target = textOf(value.toObject(), "target");
            devices.append(source + u':' + (target.isEmpty() ? source : target));
            continue;
        }
        const QStringList parts = text(value).split(u':');
        devices.append(parts.value(0) + u':' + parts.value(parts.size() > 1 ? 1 : 0));
    }
    return devices;
}

// restart, or what deploy says in its words.
QString restartOf(const QJsonObject &object)
{
    const QString restart = textOf(object, "restart");
    const QJsonObject policy = objectOf(objectOf(object, "deploy"), "restart_policy");
    if (!restart.isEmpty() || policy.isEmpty())
        return restart;
    const QString condition = textOf(policy, "condition");
    if (condition == QLatin1String("none"))
        return QStringLiteral("no");
    if (condition != QLatin1String("on-failure"))
        return QStringLiteral("always");
    const int most = static_cast<int>(numberOf(policy, "max_attempts"));
    return most > 0 ? QStringLiteral("on-failure:%1").arg(most) : condition;
}

void readRunning(ResolvedService &service, const QJsonObject &object)
{
    service.user = textOf(object, "user");
    service.workingDirectory = textOf(object, "working_dir");
    service.hostname = textOf(object, "hostname");
    service.privileged = object.value(QLatin1String("privileged")).toBool();
    service.capabilitiesAdded = textsOf(object, "cap_add");
    service.capabilitiesDropped = textsOf(object, "cap_drop");
    service.devices = devicesOf(object);
    service.restart = restartOf(object);
    const QJsonObject limits = objectOf(objectOf(objectOf(object, "deploy"), "resources"), "limits");
    service.memoryLimit = static_cast<qint64>(numberOf(limits, "memory", numberOf(object, "mem_limit")));
    service.cpus = numberOf(limits, "cpus", numberOf(object, "cpus"));
    if (const auto grace = durationOf(object, "stop_grace_period"))
        service.stopGraceSeconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(*grace).count());
}

void readNetworking(ResolvedService &service, const QJsonObject &object, const ResolvedProject &project)
{
    service.networkMode = textOf(object, "network_mode");
    service.pidMode = textOf(object, "pid");
    service.ipcMode = textOf(object, "ipc");
    const QStringList keys = objectOf(object, "networks").keys();
    for (const QString &key : keys)
        service.networks.append(project.networks.value(key, key));
}

ResolvedService readService(const QString &name, const QJsonObject &object, const ResolvedProject &project)
{
    ResolvedService service;
    service.name = name;
    service.builds = object.value(QLatin1String("build")).isObject();
    service.image = textOf(object, "image");
    if (service.image.isEmpty())
        service.image = project.name + u'-' + name;
    service.pullPolicy = textOf(object, "pull_policy");
    service.containerName = textOf(object, "container_name");
    service.scale =
        std::max(0, static_cast<int>(numberOf(object, "scale", numberOf(objectOf(object, "deploy"), "replicas", 1))));
    service.command = optionalTextsOf(object, "command");
    service.entrypoint = optionalTextsOf(object, "entrypoint");
    const QJsonObject environment = objectOf(object, "environment");
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        if (!it.value().isNull()) // named alone, and with no value anywhere
            service.environment.insert(it.key(), model::digestOf(text(it.value())));
    }
    const QJsonObject labels = objectOf(object, "labels");
    for (auto it = labels.begin(); it != labels.end(); ++it)
        service.labels.insert(it.key(), text(it.value()));
    service.volumesFrom = textsOf(object, "volumes_from");
    service.profiles = textsOf(object, "profiles");
    readMounts(service, object, project);
    readPorts(service, object);
    readNetworking(service, object, project);
    readDependencies(service, object);
    readHealthCheck(service, object);
    readRunning(service, object);
    return service;
}

} // namespace

Result<ResolvedProject> parseResolvedProject(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorKind::invalid,
                     QStringLiteral("'docker compose config' printed no JSON: %1 at byte %2")
                         .arg(problem.errorString())
                         .arg(problem.offset),
                     {}};
    const QJsonObject root = document.object();
    ResolvedProject project;
    project.name = textOf(root, "name");
    if (project.name.isEmpty() || !root.value(QLatin1String("services")).isObject())
        return Error{ErrorKind::invalid, QStringLiteral("'docker compose config' printed JSON of no project"), {}};
    project.networks = namesOf(objectOf(root, "networks"));
    project.volumes = namesOf(objectOf(root, "volumes"));
    const QJsonObject services = objectOf(root, "services");
    for (auto it = services.begin(); it != services.end(); ++it)
        project.services.append(readService(it.key(), it.value().toObject(), project));
    std::sort(project.services.begin(), project.services.end(),
              [](const ResolvedService &a, const ResolvedService &b) { return a.name < b.name; });
    return project;
}

} // namespace mediahelm::revision
