// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/model/service_graph.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::model {

enum class PlanAction { create, recreate, restart, start, remove, nothing };
QString planActionName(PlanAction action); // "recreate"

// Why something is done. Of what may be a secret only the name is told. A plain value.
struct PlanReason {
    enum class Kind {
        missing, // there is no container
        scale, // subject: "1 -> 3"
        image, // subject: "app:1 -> app:2"
        imageMoved, // the name means another image now; subject: the name
        imageAbsent, // the image is not here, and is pulled or built first; subject: the name
        environment, // subject: NAME
        command,
        entrypoint,
        mount, // subject: path in the container
        port, // subject: "8080:80/tcp"
        label, // subject: key
        network, // subject: name on the engine
        networkMode,
        sharedNamespace, // subject: "pid", "ipc"
        volumesFrom,
        healthCheck,
        restart,
        user,
        workingDirectory,
        hostname,
        privileged,
        capabilities,
        devices,
        limits, // of memory and processor time
        configuration, // something else that its configuration's hash covers
        dependency, // subject: the service that gets a new container
        stopped, // subject: "exited 137", "created"
        paused, // Compose cannot start it: it has to be unpaused
        dependencyRestart, // stopped and started since this one, subject, gets a new container (restart: true)
        completed, // it had done its work, and runs once more; subject: "exited 0"
        file, // a mounted file of the workspace is another one than when the container was started; subject: its path
        orphan, // no file names the service any more
    };

    Kind kind = Kind::configuration;
    QString subject;

    friend bool operator==(const PlanReason &, const PlanReason &) = default;
};
// "environment PUID", "image app:1 -> app:2": stable, in English, for JSON, the command line and tests.
QString planReasonText(const PlanReason &reason);

struct ContainerStep {
    PlanAction action = PlanAction::nothing;
    base::ContainerId id; // empty for create
    QString name;
    int number = 0;

    friend bool operator==(const ContainerStep &, const ContainerStep &) = default;
};

// What Compose leaves undone: the service's containers live in the namespace of another one's, which is gone or had its
// process replaced, or ask to be restarted with it. To be done after Compose, and after what it waits for is up.
struct FollowUp {
    enum class Kind { restart, recreate };

    Kind kind = Kind::restart;
    QString because; // the service that it follows
    NeedKind through = NeedKind::network; // how it needs that one

    friend bool operator==(const FollowUp &, const FollowUp &) = default;
};

struct ServicePlan {
    QString service;
    PlanAction action =
        PlanAction::nothing; // the weightiest of its containers': recreate, create, remove, restart, start
    QList<PlanReason> reasons; // each once, in the order of Kind; empty for nothing
    QList<ContainerStep> containers;
    std::optional<FollowUp> followUp;
    bool orphan = false;

    friend bool operator==(const ServicePlan &, const ServicePlan &) = default;
};

struct ImageStep {
    enum class How { pull, build, unavailable }; // unavailable: absent, and pull_policy forbids to get it: up fails
    enum class Why { absent, always, outdated };

    QString image;
    How how = How::pull;
    Why why = Why::absent;
    QStringList services;
    quint64 sizeHere = 0; // bytes of the one that is here by now; 0 for none
    // Bytes, by its registry, where it was asked; less comes over if layers are here.
    std::optional<quint64> downloadSize = std::nullopt;

    friend bool operator==(const ImageStep &, const ImageStep &) = default;
};

// What `docker compose up -d` would do to a project, and what has to be done beside it: restarts of services whose
// mounted files are others, which Compose does not look at, and what follows. A plain value.
struct Plan {
    QString project;
    QList<ServicePlan> services; // in start order, then orphans by name
    QList<ImageStep> images; // by name

    const ServicePlan *find(const QString &service) const;
    // Compose's --remove-orphans is asked for.
    bool removesOrphans() const;
    // Nothing would change, but that services which run to completion run once more (and images that are pulled
    // always).
    bool nothingToDo() const;
    QStringList pulledImages() const;
    QStringList keptOrphans() const; // services that no file names, and whose containers stay
    void setDownloadSizes(const QMap<QString, qint64> &bytes); // by image; what is not in it stays as it is

    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace mediahelm::model
