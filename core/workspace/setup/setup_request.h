// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace mediahelm::workspace {

// A port of the host that something has. A plain value, as are those below.
struct TakenPort {
    int port = 0;
    QString protocol; // "tcp", "udp"
    QString by; // who, in words: "sonarr of this workspace", "container web", "a program on this machine"

    friend bool operator==(const TakenPort &, const TakenPort &) = default;
};

// What a new workspace has to know of the machine that it is for.
struct MachineFacts {
    qint64 userId = 1000; // that the services are to run as
    qint64 groupId = 1000;
    QString timeZone; // "Europe/Berlin"; empty where it cannot be told
    QString address; // at which other devices reach the machine; empty where it cannot be told
    int cpus = 0; // 0 where it cannot be told, as below
    qint64 memory = 0; // bytes
    qint64 freeDisk = 0; // bytes, where the workspace is to lie
    QList<TakenPort> takenPorts;
};

// What somebody wants.
struct SetupRequest {
    QString project; // the name of the Compose project
    QString folder; // absolute
    QStringList services; // ids of the catalog, the most important first
    QMap<QString, QString> values; // of variables, given by the user
    MachineFacts host;
};

} // namespace mediahelm::workspace
