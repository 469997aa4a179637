// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::model {

// As the engine names them (Engine API, ContainerState.Status); unknown for a word that we do not know.
enum class ContainerState { created, running, paused, restarting, removing, exited, dead, unknown };
// none: the image and the service define no health check.
enum class Health { none, starting, healthy, unhealthy };

QString containerStateName(ContainerState state); // "running"
ContainerState containerStateFromName(QStringView name);
QString healthName(Health health); // "healthy"; "none"
Health healthFromName(QStringView name);

struct PortBinding {
    QString hostIp; // empty when the port is exposed but not published
    int hostPort = 0; // 0 when not published
    int containerPort = 0;
    QString protocol; // "tcp", "udp", "sctp"

    friend bool operator==(const PortBinding &, const PortBinding &) = default;
};

// A container on its engine, with what the list and its last inspection say. A plain value.
struct Container {
    base::ContainerId id;
    base::ContainerName name;
    QString image; // as the service names it: "jellyfin/jellyfin:10.9"
    QString project; // Compose project; empty for a container started by hand
    QString service; // Compose service; empty likewise
    int number = 0; // the container's number among its service's, from 1; 0 without Compose
    ContainerState state = ContainerState::unknown;
    Health health = Health::none;
    std::optional<int> exitCode; // of the last run; nullopt while it runs or before it first ran
    bool oomKilled = false;
    int restarts = 0; // by the engine's restart policy
    QDateTime createdAt; // UTC; invalid where the engine does not say
    QDateTime startedAt; // UTC; of the last start
    QDateTime finishedAt; // UTC; of the last end
    QList<PortBinding> ports;
    bool noAnswer = false; // the engine hangs when asked about this one alone: what is said may be old

    // The service's name, or the container's where there is none.
    QString displayName() const { return service.isEmpty() ? name.text() : service; }
    bool running() const
    {
        return state == ContainerState::running || state == ContainerState::paused
            || state == ContainerState::restarting;
    }

    friend bool operator==(const Container &, const Container &) = default;
};

// A container among those of all hosts. Ordered and hashable.
struct ContainerKey {
    base::HostId host;
    base::ContainerId id;

    friend bool operator==(const ContainerKey &, const ContainerKey &) = default;
    friend bool operator<(const ContainerKey &a, const ContainerKey &b)
    {
        return a.host == b.host ? a.id < b.id : a.host < b.host;
    }
    friend std::size_t qHash(const ContainerKey &key, std::size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.host, key.id);
    }
};

// What changed on a host since the last report, coalesced: each container at most once.
struct ContainerChanges {
    QList<Container> upserted; // new or changed, in full
    QList<base::ContainerId> removed;

    bool isEmpty() const { return upserted.isEmpty() && removed.isEmpty(); }
};

} // namespace mediahelm::model
