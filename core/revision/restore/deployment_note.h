// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/revision.h"
#include "core/revision/restore/handed_over.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace mediahelm::revision {

// What a deployment that is under way has set out to do, kept in ".mediahelm/deployment.json" from before the first
// container is touched until its verdict is noted: whoever finds it with the workspace held by nobody knows that it was
// interrupted, and what to finish. Nothing in it is secret. A plain value.
struct DeploymentNote {
    enum class Phase { deploying, rollingBack };

    Phase phase = Phase::deploying;
    model::RevisionId revision; // that is deployed
    std::optional<model::RevisionId> back; // the way back leads there; nullopt: there is none
    QList<model::RanImage> images; // that ran before
    QStringList services; // that have to come up
    QString reason; // of the way back, one line
    bool goesBack = true; // as was ordered, like the next one
    bool removesOrphans = true;
    // Services that had containers at the beginning; nullopt: they are not known.
    std::optional<QStringList> before = std::nullopt;
    HandedOver handed = {}; // as the workspace lay there at the beginning

    friend bool operator==(const DeploymentNote &, const DeploymentNote &) = default;
};

// Functions over ".mediahelm"; block for disk and fsync; under the folder's lock. Durable. Errors: io, refused;
// of reading also invalid (damaged, or of a newer program).
base::Status writeDeploymentNote(const QString &folder, const DeploymentNote &note);
base::Result<std::optional<DeploymentNote>> readDeploymentNote(const QString &folder); // nullopt: there is none
base::Status removeDeploymentNote(const QString &folder); // none is no error
// Into another folder of the same file system, as it is; none is no error. Errors: also conflict (there is one).
base::Status moveDeploymentNote(const QString &folder, const QString &into);

} // namespace mediahelm::revision
