// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <compare>

namespace mediahelm::model {

struct ApiVersion {
    int major = 0;
    int minor = 0;

    QString text() const { return QStringLiteral("%1.%2").arg(major).arg(minor); }
    friend auto operator<=>(const ApiVersion &, const ApiVersion &) = default;
};

// GET /version and GET /info, as far as we show or need them. Plain values.
struct EngineInfo {
    QString product; // "Docker", "Podman"
    QString version; // "20.10.24"
    ApiVersion api; // what we speak with it
    QString operatingSystem; // "Debian GNU/Linux 12 (bookworm)"
    QString architecture;
    QString kernel;
    QString hostName;
    QString rootFolder; // where the engine keeps its data
    int cpus = 0;
    qint64 memoryBytes = 0;
    bool rootless = false;

    friend bool operator==(const EngineInfo &, const EngineInfo &) = default;
};

struct Image {
    QString id; // "sha256:..."
    QStringList tags;
    qint64 sizeBytes = 0;
    QDateTime createdAt; // UTC
    int containers = -1; // -1 where the engine did not count
};

// GET /system/df
struct DiskUsage {
    qint64 imagesBytes = 0; // layers, shared ones once
    qint64 containersBytes = 0; // writable layers
    qint64 volumesBytes = 0;
    qint64 buildCacheBytes = 0;
};

struct EngineEvent {
    QString type; // "container", "image", "network", "volume", ...
    QString action; // "start", "die", "health_status: healthy", ...
    QString actorId;
    QHash<QString, QString> attributes;
    qint64 timeNano = 0; // since 1970, UTC
};

} // namespace mediahelm::model
