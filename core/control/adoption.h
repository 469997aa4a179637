// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/setup_plan.h"
#include "core/model/container.h"

#include <QFuture>
#include <QStringList>

namespace mediahelm::control {

// A Compose project that runs on this machine. A plain value, as are those below.
struct RunningProject {
    base::HostId host;
    QString name;
    QString folder; // empty where its containers do not say
    QStringList services;
    int containers = 0;
    int running = 0;
    bool opens = false; // opening the folder takes the very files that it was made of
    QStringList remarks; // why not, or what else is to be known; English, as findings are
    QByteArray manifest = {}; // not empty: with a mediahelm.yaml that says this, opening it would take them
};

// A container that no Compose project made.
struct LooseContainer {
    model::ContainerKey key;
    QString name;
    QString image;
    model::ContainerState state = model::ContainerState::unknown;
};

struct RunningHere {
    bool known = false; // an engine of this machine answered
    QList<RunningProject> projects; // by name
    QList<LooseContainer> containers;
};

// A container as a service file that makes an equal one.
struct ImportedFile {
    QString service;
    QByteArray yaml; // no secret in it
    QStringList secrets; // names of variables whose values look like secrets, and are not in it
    QStringList warnings; // what a Compose file cannot say; English
};

// What runs on this machine already, for opening it in place or taking it over into a workspace. Nothing happens to a
// container. Borrowed by the faces; main thread.
class Adoption
{
public:
    virtual ~Adoption() = default;

    // Always ends: an engine that does not answer in time is not known.
    virtual QFuture<base::Result<RunningHere>> look() = 0;
    // Writes the manifest of such a project into its folder, where none is yet. Errors: conflict, refused, io.
    virtual QFuture<base::Status> writeManifest(const RunningProject &project) = 0;
    // Asking anew withdraws the one before. Errors: notFound, conflict (it is of a Compose project), cancelled, and
    // those of the engine.
    virtual QFuture<base::Result<ImportedFile>> import(const model::ContainerKey &key) = 0;
    // Keeps the secrets of the container that was imported last under their names in a project. Errors: conflict
    // (another value is kept under one of the names; nothing was changed), and those of the secret store.
    virtual QFuture<base::Status> keepSecrets(const QString &project) = 0;
    // Makes a new workspace of the container that was imported last: its service file, a manifest, and its secrets kept
    // as keepSecrets() does; all or nothing. `folder`: absolute, where nothing or an empty folder is. Errors: invalid
    // (nothing was imported, or no name of a project), conflict (something is in the folder), refused, io, and those of
    // keepSecrets().
    virtual QFuture<base::Result<SetupOutcome>> makeWorkspace(const QString &folder, const QString &project) = 0;
};

} // namespace mediahelm::control
