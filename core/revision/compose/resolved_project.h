// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/container_detail.h"
#include "core/model/service_graph.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace mediahelm::revision {

struct ResolvedMount {
    QString type; // "bind", "volume", "tmpfs", "npipe", "cluster", "image"
    QString source; // host path, or the volume's name on the engine; empty for an anonymous volume and tmpfs
    QString target;
    bool readOnly = false;

    friend bool operator==(const ResolvedMount &, const ResolvedMount &) = default;
};

struct ResolvedPort {
    QString hostIp; // empty for all
    QString published; // "8080", "8000-8010"; empty: the engine chooses
    int target = 0;
    QString protocol; // "tcp", "udp", "sctp"

    friend bool operator==(const ResolvedPort &, const ResolvedPort &) = default;
};

// One service as Compose resolved it: variables, env files, extends and includes are gone, paths are absolute. Values
// of its environment may be secrets, so that only their digests are kept (model::digestOf). A plain value.
struct ResolvedService {
    QString name;
    QString image; // as it is written; with only a build: "project-service", as Compose names it
    bool builds = false;
    QString pullPolicy; // "always", "missing", "never", "build", "daily", ...; empty for Compose's default
    QString containerName; // empty for Compose's choice
    int scale = 1; // containers asked for: scale, or deploy.replicas
    std::optional<QStringList> command; // nullopt: the image's
    std::optional<QStringList> entrypoint;
    QMap<QString, QByteArray> environment;
    QMap<QString, QString> labels;
    QList<ResolvedPort> ports;
    QList<ResolvedMount> mounts;
    QStringList fileTargets; // where its configs and secrets are put
    QStringList networks; // names on the engine; empty with a networkMode
    QString networkMode; // "host", "none", "service:vpn", "container:NAME"; empty with networks
    QString pidMode;
    QString ipcMode;
    QStringList volumesFrom; // "service", "service:ro", "container:NAME"
    QList<model::Need> dependsOn;
    bool hasHealthCheck = false; // it says something of a health check
    bool healthCheckDisabled = false;
    model::HealthCheck healthCheck; // defaults of the engine where it says nothing
    QString restart; // "no", "always", "unless-stopped", "on-failure:3"; empty for the default
    QString user;
    QString workingDirectory;
    QString hostname;
    bool privileged = false;
    QStringList capabilitiesAdded;
    QStringList capabilitiesDropped;
    QStringList devices; // "/dev/dri:/dev/dri"
    qint64 memoryLimit = 0; // bytes; 0 for none
    double cpus = 0; // 0 for no limit
    std::optional<int> stopGraceSeconds;
    QStringList profiles;

    friend bool operator==(const ResolvedService &, const ResolvedService &) = default;
};

// What a project's files come to, by `docker compose config --format json`. A plain value.
struct ResolvedProject {
    QString name;
    QList<ResolvedService> services; // enabled ones, by name
    QMap<QString, QString> networks; // key to name on the engine
    QMap<QString, QString> volumes;

    const ResolvedService *find(const QString &service) const;
    QStringList serviceNames() const;

    friend bool operator==(const ResolvedProject &, const ResolvedProject &) = default;
};

// Of Compose's JSON. Errors: invalid: no JSON, or none of a project.
base::Result<ResolvedProject> parseResolvedProject(const QByteArray &json);

// "1h30m", "5s", "1m0.5s", "100ms", as Go writes durations; nullopt for anything else.
std::optional<std::chrono::milliseconds> parseGoDuration(QStringView text);

// "service:NAME" -> NAME; else empty.
QString serviceOfMode(const QString &mode);
// "NAME:ro" -> NAME; empty for "container:...".
QString serviceOfVolumesFrom(const QString &entry);

// Who needs whom. A mode of container:NAME where NAME is a service's container_name counts as that service.
model::ServiceGraph graphOf(const ResolvedProject &project);

} // namespace mediahelm::revision
