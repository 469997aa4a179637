// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/observed_container.h"
#include "core/model/plan.h"
#include "core/revision/compose/project_reader.h"

#include <QDateTime>
#include <QHash>

namespace mediahelm::revision {

// The engine's side of a plan. A plain value.
struct ObservedProject {
    QList<model::ObservedContainer> containers; // all of the project, running or not, one-off ones too
    QHash<QString, model::ObservedImage> images; // by the name that a service gives it; absent where it is not there
    QHash<QString, model::ObservedImage> madeFrom; // by id: those that containers were made of
};

struct PlanOptions {
    // The user has agreed that containers go whose service is in no file any more.
    bool removeOrphans = true;
    QDateTime now; // UTC; for images that are fetched anew after some time
    // By service: files of the workspace that its running containers see, and that are others than when these were
    // started. Compose does not look at them.
    QHash<QString, QStringList> changedFiles = {};
};

// What `docker compose up -d` of the version that did the reading would do, service by service, and which services have
// to be restarted or made anew beside that. A pure function.
// Errors: invalid: services that need each other in a circle; conflict: several containers of one container_name.
base::Result<model::Plan> makePlan(const ProjectReading &reading, const ObservedProject &observed,
                                   const PlanOptions &options);

} // namespace mediahelm::revision
