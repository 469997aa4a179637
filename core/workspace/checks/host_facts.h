// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::workspace {

// What is on a path of the host. A plain value.
struct PathFacts {
    enum class Kind {
        missing,
        folder,
        file, // or a socket, a pipe
        device,
        unknown, // it could not be looked at
    };

    Kind kind = Kind::unknown;
    quint64 fileSystem = 0; // number of its device; of what is missing 0
    quint32 user = 0;
    quint32 group = 0;
    quint32 mode = 0; // permission bits
    bool readOnly = false; // the file system is
    bool hasAccessList = false; // so that the mode does not say who may write
    QString unmounted; // mount point of fstab at or above it on which nothing is mounted; empty for none

    friend bool operator==(const PathFacts &, const PathFacts &) = default;
};

// Somebody who has a port of the host. A plain value.
struct HostListener {
    QString address; // empty for all
    int port = 0;
    QString protocol; // "tcp", "udp"
    QString owner; // "the container x of the project y"; empty where it is not known
};

struct HostQuestions {
    QStringList paths; // as the files have them: "/srv/data", "./config", "~/films"
    bool ports = false; // whether it matters who listens
};

// What a host said. A plain value.
struct HostFacts {
    QHash<QString, PathFacts> paths; // by what was asked
    // Whoever is not of the project itself; nullopt where that is not known.
    std::optional<QList<HostListener>> listeners;
    // Containers that are not of the project itself, by their names, with the project that each is of, if any.
    QHash<QString, QString> strangers = {};
};

// A published port of a container on the host's engine.
struct EnginePort {
    QString project; // Compose project; empty for none
    QString container;
    QString address; // empty for all
    int port = 0;
    QString protocol;
};

struct EngineContainer {
    QString project; // Compose project; empty for none
    QString name;
};

// What the host's engine says of its containers. A plain value.
struct EngineFacts {
    QList<EnginePort> ports; // of those that run
    QList<EngineContainer> containers; // all
};

// Asks the host that a workspace lies on. Owned by who validates; any thread.
class HostProbe
{
public:
    virtual ~HostProbe() = default;

    // Blocks for as long as the disks, or the line to the host, take: never on the thread of a window. The listeners
    // are all that there are, the project's own containers among them. Errors: what the way to the host may give.
    virtual base::Result<HostFacts> facts(const HostQuestions &questions) const = 0;
};

// Leaves of what the host said those who are not of the project: the ports of its own containers are left out, those of
// others named by what the engine says. Without the engine's word nobody knows which listener is one of its containers.
void keepStrangers(const QString &project, const std::optional<EngineFacts> &engine, HostFacts &facts);

} // namespace mediahelm::workspace
