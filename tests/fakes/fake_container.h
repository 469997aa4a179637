// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::fakes {

struct FakePort {
    int containerPort = 0;
    int hostPort = 0; // 0: exposed only
    QString protocol = QStringLiteral("tcp");
    QString hostIp = QStringLiteral("0.0.0.0");
};

struct FakeProbe {
    qint64 startNano = 0;
    qint64 endNano = 0;
    int exitCode = 0;
    QString output;
};

struct FakeLogLine {
    qint64 atNano = 0;
    bool err = false;
    QByteArray text; // without its line end
};

// A container as the fake engine keeps it. A plain value; the tests may set any of it before FakeMachine::add().
struct FakeContainer {
    QString id; // 64 hexadecimal digits; made from the name when empty
    QString name;
    QString image = QStringLiteral("busybox:1.36");
    QStringList command{QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("sleep infinity")};
    QMap<QString, QString> labels;
    QString state = QStringLiteral("running"); // as in State.Status
    QString health; // "", "starting", "healthy", "unhealthy"
    QList<FakeProbe> probes; // oldest first, at most 5
    int failingStreak = 0;
    int exitCode = 0;
    bool oomKilled = false;
    QString error;
    int restarts = 0;
    QString restartPolicy = QStringLiteral("unless-stopped");
    QString networkMode = QStringLiteral("bridge"); // "host": no networks in the statistics
    bool tty = false;
    bool privileged = false;
    QStringList environment{QStringLiteral("PATH=/bin"), QStringLiteral("API_KEY=canary-7f3a")};
    QList<FakePort> ports;
    qint64 createdNano = 0; // 0: now
    qint64 startedNano = 0; // 0 and running: now
    qint64 finishedNano = 0;
    int stopMilliseconds = 0; // how long it takes to stop
    double cpuCores = 0.05; // what it uses
    qint64 memoryBytes = 60'000'000;
    QList<FakeLogLine> log;

    bool hasProcess() const;
    QString compose(const char *label) const; // com.docker.compose.LABEL
};

QString fakeContainerId(const QString &name);
QString fakeImageId(const QString &image);
QString isoNano(qint64 nano); // "2026-11-22T16:40:46.046578891Z"; 0 is the engine's "0001-01-01T00:00:00Z"

// What the engine says about a container, in its own words. (Engine API 1.41: ContainerList, ContainerInspect,
// ContainerStats.)
QJsonObject listEntry(const FakeContainer &container, qint64 nowNano);
QJsonObject inspection(const FakeContainer &container);

struct FakeStatsMoment {
    qint64 nowNano = 0;
    qint64 beforeNano = 0; // of the reading before; 0: there was none
    bool cgroupV2 = false;
    int cpus = 4;
    qint64 machineMemoryBytes = 16'000'000'000;
};
QJsonObject statistics(const FakeContainer &container, const FakeStatsMoment &moment);

// `count` containers of a home server: Compose projects of eight services, the names, images, ports, health states and
// ages of which differ; the seventh of ten is unhealthy, the ninth of ten has exited. The same for the same count.
QList<FakeContainer> homeServer(int count, qint64 nowNano);

} // namespace mediahelm::fakes
