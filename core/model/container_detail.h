// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"

#include <QStringList>

#include <chrono>

namespace mediahelm::model {

struct HealthProbe {
    QDateTime start; // UTC
    QDateTime end; // UTC
    int exitCode = 0; // 0 healthy, 1 unhealthy, 2 reserved, others as the probe ended
    QString output; // at most 4096 bytes of it, as the engine keeps them

    friend bool operator==(const HealthProbe &, const HealthProbe &) = default;
};

struct HealthCheck {
    QStringList test; // "CMD", "curl", ... or "CMD-SHELL", "..."
    std::chrono::milliseconds interval{30000};
    std::chrono::milliseconds timeout{30000};
    std::chrono::milliseconds startPeriod{0};
    int retries = 3;
    int failingStreak = 0;
    QList<HealthProbe> log; // oldest first, as many as the engine keeps (5)

    friend bool operator==(const HealthCheck &, const HealthCheck &) = default;
};

struct Mount {
    QString type; // "bind", "volume", "tmpfs"
    QString source; // host path, or volume name
    QString destination;
    bool writable = true;

    friend bool operator==(const Mount &, const Mount &) = default;
};

struct NetworkAttachment {
    QString name;
    QString address; // IPv4 or IPv6; empty while stopped

    friend bool operator==(const NetworkAttachment &, const NetworkAttachment &) = default;
};

// What an inspection says beyond Container. Environment values are left out: they may be secrets. A plain value.
struct ContainerDetail {
    Container container;
    QString imageId; // "sha256:..."
    QStringList command; // entrypoint and arguments, as they are run
    QString workingDirectory;
    QString user;
    QString restartPolicy; // "no", "always", "unless-stopped", "on-failure:3"
    QString networkMode; // "bridge", "container:ID", ...
    bool tty = false; // the log is one raw stream
    bool privileged = false;
    QStringList environmentNames;
    QList<Mount> mounts;
    QList<NetworkAttachment> networks;
    QHash<QString, QString> labels;
    std::optional<HealthCheck> healthCheck;
    QString error; // why the engine could not start it; usually empty

    friend bool operator==(const ContainerDetail &, const ContainerDetail &) = default;
};

} // namespace mediahelm::model
