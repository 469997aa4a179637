// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_fleet.h"

#include "fakes/fake_control.h"

#include <QCryptographicHash>

namespace mediahelm::fakes {

using model::Container;
using model::ContainerState;
using model::Health;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Row {
    const char *project;
    const char *service;
    const char *image;
    int port; // 0: none
    int containerPort;
    ContainerState state;
    Health health;
    qint64 age; // seconds since it was started
};

using S = ContainerState;
using H = Health;

constexpr Row localRows[] = {
    {"media", "jellyfin", "jellyfin/jellyfin:10.9.11", 8096, 8096, S::running, H::healthy, 12 * day},
    {"media", "sonarr", "lscr.io/linuxserver/sonarr:4.0.9", 8989, 8989, S::running, H::healthy, 3 * day},
    {"media", "radarr", "lscr.io/linuxserver/radarr:5.11.0", 7878, 7878, S::running, H::healthy, 3 * day},
    {"media", "lidarr", "lscr.io/linuxserver/lidarr:2.5.3", 8686, 8686, S::running, H::unhealthy, 5 * hour},
    {"media", "bazarr", "lscr.io/linuxserver/bazarr:1.4.3", 6767, 6767, S::paused, H::none, 2 * day},
    {"media", "recyclarr", "ghcr.io/recyclarr/recyclarr:7", 0, 0, S::created, H::none, 0},
    {"media", "jellyseerr", "fallenbagel/jellyseerr:2.0.1", 5055, 5055, S::running, H::none, 12 * day},
    {"downloads", "gluetun", "qmcgaw/gluetun:v3.39", 8000, 8000, S::running, H::healthy, 6 * hour},
    {"downloads", "qbittorrent", "lscr.io/linuxserver/qbittorrent:5.0.1", 8080, 8080, S::running, H::none, 6 * hour},
    {"downloads", "transmission", "lscr.io/linuxserver/transmission:4.0.6", 0, 9091, S::exited, H::none, 2 * hour},
    {"downloads", "prowlarr", "lscr.io/linuxserver/prowlarr:1.25.4", 9696, 9696, S::running, H::starting, 20},
    {"downloads", "flaresolverr", "ghcr.io/flaresolverr/flaresolverr:v3.3", 8191, 8191, S::restarting, H::none, 40},
    {"network", "traefik", "traefik:v3.1", 443, 443, S::running, H::healthy, 31 * day},
    {"network", "adguard", "adguard/adguardhome:v0.107", 53, 53, S::running, H::none, 31 * day},
    {"monitoring", "prometheus", "prom/prometheus:v2.54.1", 9090, 9090, S::running, H::none, 31 * day},
    {"monitoring", "homepage", "ghcr.io/gethomepage/homepage:v0.9", 0, 3000, S::dead, H::none, 1 * day},
    {"", "watch-folder", "busybox:1.36", 0, 0, S::running, H::none, 9 * day},
    {"", "old-backup", "restic/restic:0.17.1", 0, 0, S::exited, H::none, 20 * day},
};

constexpr Row nasRows[] = {
    {"files", "nextcloud", "nextcloud:29-apache", 8081, 80, S::running, H::healthy, 8 * day},
    {"files", "postgres", "postgres:16-alpine", 0, 5432, S::running, H::healthy, 8 * day},
    {"files", "syncthing", "syncthing/syncthing:1.27", 8384, 8384, S::running, H::none, 8 * day},
};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

Container make(const Row &row, const QDateTime &now)
{
    Container container = makeContainer(text(row.project), text(row.service), text(row.image), now.addSecs(-row.age));
    container.state = row.state;
    container.health = row.health;
    if (row.port != 0) {
        container.ports.append({QStringLiteral("0.0.0.0"), row.port, row.containerPort, QStringLiteral("tcp")});
        if (row.port == 53)
            container.ports.append({QStringLiteral("0.0.0.0"), 53, 53, QStringLiteral("udp")});
    } else if (row.containerPort != 0) {
        container.ports.append({QString(), 0, row.containerPort, QStringLiteral("tcp")});
    }
    if (row.state == S::created)
        container.startedAt = {};
    return container;
}

void edit(Container &container, const QDateTime &now)
{
    const QString service = container.displayName();
    if (service == QLatin1String("transmission")) {
        container.exitCode = 137;
        container.oomKilled = true;
        container.restarts = 3;
        container.finishedAt = now.addSecs(-41 * minute);
    } else if (service == QLatin1String("flaresolverr")) {
        container.exitCode = 1;
        container.restarts = 17;
        container.finishedAt = now.addSecs(-12);
    } else if (service == QLatin1String("homepage")) {
        container.exitCode = 255;
        container.finishedAt = now.addSecs(-3 * hour);
    } else if (service == QLatin1String("old-backup")) {
        container.exitCode = 0;
        container.finishedAt = now.addSecs(-20 * day + 9 * minute);
    } else if (service == QLatin1String("gluetun")) {
        container.restarts = 2;
    }
}

model::ContainerDetail detailOf(const Container &container, const QDateTime &now)
{
    model::ContainerDetail detail;
    detail.container = container;
    detail.imageId = QStringLiteral("sha256:")
        + text(QCryptographicHash::hash(container.image.toUtf8(), QCryptographicHash::Sha256).toHex().constData());
    detail.command = {QStringLiteral("/init")};
    detail.workingDirectory = QStringLiteral("/app");
    detail.restartPolicy = QStringLiteral("unless-stopped");
    detail.networkMode = container.displayName() == QLatin1String("qbittorrent") ? QStringLiteral("service:gluetun")
                                                                                 : QStringLiteral("bridge");
    detail.environmentNames = {QStringLiteral("PUID"), QStringLiteral("PGID"), QStringLiteral("TZ")};
    detail.mounts = {{QStringLiteral("bind"), QStringLiteral("/srv/config/") + container.displayName(),
                      QStringLiteral("/config"), true},
                     {QStringLiteral("bind"), QStringLiteral("/srv/media"), QStringLiteral("/media"), false}};
    detail.networks = {{container.project + QStringLiteral("_default"), QStringLiteral("172.18.0.7")}};
    detail.labels.insert(QStringLiteral("com.docker.compose.project"), container.project);
    if (container.health != Health::none) {
        model::HealthCheck check;
        check.test = {QStringLiteral("CMD-SHELL"), QStringLiteral("curl -fsS http://localhost/ping || exit 1")};
        const bool bad = container.health == Health::unhealthy;
        check.failingStreak = bad ? 9 : 0;
        for (int i = 4; i >= 0; --i) {
            const QDateTime start = now.addSecs(-30 * i - 4);
            check.log.append(
                {start, start.addMSecs(180), bad ? 1 : 0,
                 bad ? QStringLiteral("curl: (22) The requested URL returned error: 503") : QStringLiteral("OK")});
        }
        detail.healthCheck = check;
    }
    return detail;
}

QList<model::LogLine> logOf(const Container &container, const QDateTime &now)
{
    QList<model::LogLine> lines;
    const QString name = container.displayName();
    for (int i = 60; i > 0; --i) {
        lines.append(FakeLogSource::line(QStringLiteral("[Info] %1: scanned library item %2").arg(name).arg(61 - i),
                                         now.addSecs(-i)));
        if (i % 13 == 0) {
            lines.append(FakeLogSource::line(QStringLiteral("[Warn] %1: slow response from indexer (2.4 s)").arg(name),
                                             now.addSecs(-i), model::LogLine::Stream::err));
        }
    }
    return lines;
}

template<std::size_t N>
void fillRows(FakeControl &fakes, const base::HostId &host, const Row (&rows)[N], const QDateTime &now,
              const QDateTime &known)
{
    QList<Container> containers;
    for (const Row &row : rows) {
        Container container = make(row, known);
        edit(container, known);
        containers.append(container);
    }
    fakes.fleet.setContainers(host, containers);
    for (const Container &container : std::as_const(containers)) {
        const model::ContainerKey key{host, container.id};
        fakes.fleet.setDetail(key, detailOf(container, now));
        fakes.logs.setLines(key, logOf(container, now));
    }
}

control::HostStatus makeHost(const char *id, const char *address, model::ConnectionPhase phase, const QDateTime &since)
{
    control::HostStatus status;
    status.profile.id = hostId(text(id));
    status.profile.address = model::EngineAddress::parse(text(address)).value();
    status.connection.phase = phase;
    status.connection.since = since;
    return status;
}

model::EngineInfo makeEngine(const char *version, const char *system, const char *hostName, int cpus, qint64 gibibytes)
{
    model::EngineInfo info;
    info.product = QStringLiteral("Docker");
    info.version = text(version);
    info.api = {1, 41};
    info.operatingSystem = text(system);
    info.architecture = QStringLiteral("x86_64");
    info.kernel = QStringLiteral("6.1.0-26-amd64");
    info.hostName = text(hostName);
    info.rootFolder = QStringLiteral("/var/lib/docker");
    info.cpus = cpus;
    info.memoryBytes = gibibytes * 1024 * 1024 * 1024;
    return info;
}

} // namespace

base::HostId hostId(const QString &text)
{
    const base::Result<base::HostId> id = base::HostId::parse(text);
    Q_ASSERT_X(id.ok(), "hostId", qPrintable(text));
    return *id;
}

Container makeContainer(const QString &project, const QString &service, const QString &image,
                        const QDateTime &startedAt)
{
    const QString name = project.isEmpty() ? service : QStringLiteral("%1-%2-1").arg(project, service);
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    Container container;
    container.id = base::ContainerId::parse(QString::fromLatin1(hash)).value();
    container.name = base::ContainerName::parse(name).value();
    container.image = image;
    container.project = project;
    container.service = project.isEmpty() ? QString() : service;
    container.number = project.isEmpty() ? 0 : 1;
    container.state = ContainerState::running;
    container.createdAt = startedAt.addDays(-1);
    container.startedAt = startedAt;
    return container;
}

void fillSampleFleet(FakeControl &fakes, const QDateTime &now)
{
    using model::ConnectionPhase;
    control::HostStatus local = makeHost("local", "local", ConnectionPhase::connected, now.addSecs(-2 * hour));
    local.connection.lastAnswer = now.addSecs(-2);
    local.engine = makeEngine("26.1.5", "Debian GNU/Linux 12 (bookworm)", "mediabox", 8, 32);
    fakes.fleet.setHost(local);
    fillRows(fakes, local.profile.id, localRows, now, now);

    control::HostStatus nas =
        makeHost("nas", "ssh://admin@nas.home", ConnectionPhase::reconnecting, now.addSecs(-4 * minute));
    nas.connection.problem = model::ConnectionProblem::timeout;
    nas.connection.detail = QStringLiteral("ssh: connect to host nas.home port 22: Connection timed out");
    nas.connection.lastAnswer = now.addSecs(-4 * minute);
    nas.connection.nextAttempt = now.addSecs(24);
    nas.connection.failedAttempts = 5;
    nas.engine = makeEngine("20.10.24", "Debian GNU/Linux 12 (bookworm)", "nas", 4, 8);
    fakes.fleet.setHost(nas);
    fillRows(fakes, nas.profile.id, nasRows, now, now.addSecs(-4 * minute));

    control::HostStatus attic =
        makeHost("attic", "ssh://pi@attic.home:2222", ConnectionPhase::stopped, now.addSecs(-26 * minute));
    attic.connection.problem = model::ConnectionProblem::hostKeyChanged;
    attic.connection.detail = QStringLiteral("WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!");
    attic.connection.failedAttempts = 1;
    fakes.fleet.setHost(attic);
}

void fillManyContainers(FakeControl &fakes, const QString &host, int count, const QDateTime &now)
{
    if (!fakes.fleet.host(hostId(host))) {
        control::HostStatus status = makeHost("local", "local", model::ConnectionPhase::connected, now.addSecs(-hour));
        status.profile.id = hostId(host);
        status.connection.lastAnswer = now;
        status.engine = makeEngine("26.1.5", "Debian GNU/Linux 12 (bookworm)", "mediabox", 8, 32);
        fakes.fleet.setHost(status);
    }
    QList<Container> containers;
    for (int i = 0; i < count; ++i) {
        Container container =
            makeContainer(QStringLiteral("stack%1").arg(i / 5, 2, 10, QLatin1Char('0')),
                          QStringLiteral("service%1").arg(i, 3, 10, QLatin1Char('0')),
                          QStringLiteral("example/service:%1").arg(i), now.addSecs(-hour - i * minute));
        container.health = i % 3 == 0 ? Health::healthy : Health::none;
        container.ports.append({QStringLiteral("0.0.0.0"), 10000 + i, 80, QStringLiteral("tcp")});
        containers.append(container);
    }
    fakes.fleet.setContainers(hostId(host), containers);
}

} // namespace mediahelm::fakes
