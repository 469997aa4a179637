// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/async/revisions.h"
#include "core/revision/deployment/project_survey.h"
#include "core/revision/input/local_deployment_source.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <optional>

namespace mediahelm::revision {

// What a deployment would do. A plain value.
struct Forecast {
    DeploymentInput input; // on disk; of a roll-back as if the earlier files lay there
    std::optional<model::Revision> target; // of a roll-back
    model::Changes files; // what makes the newest revision into those files
    Survey survey;
    DeploymentErrors errors = {}; // of applying
};

// Reads a workspace, its revisions and the engine, and says what applying what is on disk, or going back, would do;
// nothing is changed. Owned by who asks; main thread. Destroying it ends what is under way as cancelled.
class Forecaster final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed; the engine is negotiated.
    struct Surroundings {
        ComposeProcess &compose;
        engine::EngineClient &engine;
        RevisionLog &log;
        LocalDeploymentSource &source;
        const base::Clock &clock;
        bool engineIsHere = false; // by a local socket: its ports and paths count as this machine's
    };

    explicit Forecaster(const Surroundings &around);

    // `removesOrphans`: containers go whose service is in no file any more.
    QFuture<base::Result<Forecast>> apply(bool removesOrphans = true);
    // `target`: "head", a tag, or the beginning of an id. Errors: also as RevisionStore::resolve().
    QFuture<base::Result<Forecast>> rollBack(const QString &target, bool removesOrphans = true);

private:
    QCoro::Task<base::Result<Forecast>> applySteps(bool removesOrphans);
    QCoro::Task<base::Result<Forecast>> rollBackSteps(QString text, bool removesOrphans);
    QCoro::Task<base::Result<Forecast>> surveyed(DeploymentInput input, std::optional<model::Revision> target,
                                                 model::Changes files, bool removesOrphans);

    const Surroundings m_around;
};

} // namespace mediahelm::revision
