// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_container.h"

namespace mediahelm::fakes {

namespace {

struct Template {
    const char *service;
    const char *image;
    int port;
};

constexpr Template templates[] = {
    {"jellyfin", "jellyfin/jellyfin:10.9", 8096},        {"sonarr", "lscr.io/linuxserver/sonarr:4.0.9", 8989},
    {"radarr", "lscr.io/linuxserver/radarr:5.11", 7878}, {"qbittorrent", "lscr.io/linuxserver/qbittorrent:4.6.7", 8080},
    {"gluetun", "qmcgaw/gluetun:v3.39", 8888},           {"prowlarr", "lscr.io/linuxserver/prowlarr:1.24", 9696},
    {"bazarr", "lscr.io/linuxserver/bazarr:1.4", 6767},  {"caddy", "caddy:2.8", 443},
};
constexpr const char *projects[] = {"media", "downloads", "monitoring", "security", "home", "photos", "office"};

constexpr qint64 second = 1'000'000'000;

FakeProbe probe(qint64 endNano, bool good)
{
    return {endNano - second / 50, endNano, good ? 0 : 1,
            good ? QStringLiteral("ok") : QStringLiteral("wget: can't connect to remote host: Connection refused")};
}

void giveHealth(FakeContainer &container, bool good, qint64 nowNano)
{
    container.health = good ? QStringLiteral("healthy") : QStringLiteral("unhealthy");
    container.failingStreak = good ? 0 : 7;
    for (int i = 4; i >= 0; --i)
        container.probes += probe(nowNano - i * 10 * second, good);
}

} // namespace

QList<FakeContainer> homeServer(int count, qint64 nowNano)
{
    constexpr int perProject = std::size(templates);
    QList<FakeContainer> containers;
    for (int i = 0; i < count; ++i) {
        const Template &from = templates[i % perProject];
        const int group = i / perProject;
        const QString project = QLatin1String(projects[group % std::size(projects)])
            + (group < static_cast<int>(std::size(projects)) ? QString() : QString::number(group));
        FakeContainer container;
        const QString service = QLatin1String(from.service);
        container.name = QStringLiteral("%1-%2-1").arg(project, service);
        container.id = fakeContainerId(container.name);
        container.image = QLatin1String(from.image);
        container.networkMode = project + QStringLiteral("_default");
        container.labels = {
            {QStringLiteral("com.docker.compose.project"), project},
            {QStringLiteral("com.docker.compose.service"), service},
            {QStringLiteral("com.docker.compose.container-number"), QStringLiteral("1")},
            {QStringLiteral("com.docker.compose.oneoff"), QStringLiteral("False")},
            {QStringLiteral("com.docker.compose.project.working_dir"), QStringLiteral("/srv/") + project},
            {QStringLiteral("com.docker.compose.project.config_files"),
             QStringLiteral("/srv/%1/compose.yaml").arg(project)}};
        container.ports = {{from.port, 10000 + i, QStringLiteral("tcp"), QStringLiteral("0.0.0.0")},
                           {from.port, 10000 + i, QStringLiteral("tcp"), QStringLiteral("::")}};
        container.createdNano = nowNano - (40 + i) * 86400 * second + i;
        container.startedNano = nowNano - (i * 3571 + 5) * second + i;
        container.cpuCores = 0.01 * (i % 17);
        container.memoryBytes = 20'000'000LL + (i * 37 % 400) * 1'000'000LL;
        container.restarts = i % 5 == 3 ? i : 0;
        if (i % 10 == 8) {
            container.state = QStringLiteral("exited");
            container.exitCode = i % 20 == 8 ? 0 : 137;
            container.finishedNano = nowNano - i * 61 * second;
        } else if (i % 2 == 0) {
            giveHealth(container, i % 10 != 6, nowNano);
        }
        containers += container;
    }
    return containers;
}

} // namespace mediahelm::fakes
