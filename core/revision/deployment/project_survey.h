// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/engine/engine_client.h"
#include "core/revision/async/revisions.h"
#include "core/revision/compose/compose_process.h"
#include "core/revision/deployment/deployment_source.h"
#include "core/revision/plan/make_plan.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

namespace mediahelm::revision {

// What the files come to, what is there, and what would therefore be done. A plain value.
struct Survey {
    ProjectReading reading;
    ObservedProject observed;
    model::Plan plan;
};

// Looks at a project's files and containers and plans, changing nothing. Owned by who asks; its thread. Destroying it
// ends what is under way as cancelled.
class ProjectSurvey final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed.
    ProjectSurvey(ComposeProcess &compose, engine::EngineClient &engine, RevisionLog &log, const base::Clock &clock);

    // One at a time. Errors: as ComposeRun::output(), the engine client's and makePlan()'s.
    QFuture<base::Result<Survey>> take(const DeploymentInput &input, bool removeOrphans = true);

private:
    QCoro::Task<base::Result<Survey>> steps(DeploymentInput input, bool removeOrphans);

    ComposeProcess &m_compose;
    engine::EngineClient &m_engine;
    RevisionLog &m_log;
    const base::Clock &m_clock;
};

} // namespace mediahelm::revision
