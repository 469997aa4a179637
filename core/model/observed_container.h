// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/model/container_detail.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace mediahelm::model {

// A container as it was made, to be compared with what its service asks for today. Values of its environment may be
// secrets, so that only their digests are kept. A plain value.
struct ObservedContainer {
    base::ContainerId id;
    QString name;
    QString image; // as the service named it when the container was made
    QString imageId; // "sha256:..." that it was made from
    ContainerState state = ContainerState::unknown;
    std::optional<int> exitCode; // of the last run, where it has ended
    QDateTime createdAt; // UTC
    QDateTime startedAt; // UTC; of the last start; invalid where it never was
    QHash<QString, QString> labels;
    QHash<QString, QByteArray> environment; // name to digestOf(value)
    QStringList command;
    QStringList entrypoint;
    QList<PortBinding> ports; // published ones alone; hostPort 0: the engine chooses
    QList<Mount> mounts;
    QStringList networks; // names
    QString networkMode; // "bridge", "host", "container:ID", a network's name
    QString pidMode;
    QString ipcMode;
    QStringList volumesFrom; // ids, with ":ro"
    std::optional<HealthCheck> healthCheck; // as made, without its log; nullopt where there is none
    QString restartPolicy; // "no", "always", "unless-stopped", "on-failure:3"
    QString user;
    QString workingDirectory;
    QString hostname;
    bool privileged = false;
    QStringList capabilitiesAdded;
    QStringList capabilitiesDropped;
    QStringList devices; // "/dev/dri:/dev/dri"
    qint64 memoryLimit = 0; // bytes; 0 for none
    double cpus = 0; // 0 for no limit

    QString label(QLatin1String key) const { return labels.value(QString(key)); }

    friend bool operator==(const ObservedContainer &, const ObservedContainer &) = default;
};

// An image that the engine has, as far as it decides what a container made of it looks like. A plain value.
struct ObservedImage {
    QString id; // "sha256:..."
    QStringList repositoryDigests; // "name@sha256:..."
    QHash<QString, QByteArray> environment; // name to digestOf(value)
    QStringList command;
    QStringList entrypoint;
    QHash<QString, QString> labels;
    QStringList healthTest; // "CMD", ...; empty where it has no health check
    QString user;
    QString workingDirectory;
    QDateTime tagged; // UTC; when it last got its name; invalid where the engine does not say
    quint64 size = 0; // bytes

    friend bool operator==(const ObservedImage &, const ObservedImage &) = default;
};

// What stands for a value that must not be kept.
QByteArray digestOf(const QString &value);

} // namespace mediahelm::model
