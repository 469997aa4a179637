// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/project_survey.h"

#include "core/base/steps.h"
#include "core/revision/deployment/mount_survey.h"
#include "core/revision/plan/project_observer.h"

#include <QPointer>

namespace mediahelm::revision {

using base::Result;

namespace {

// Aggregates are made outside of the coroutine: GCC 12 destroys them twice within.
PlanOptions optionsOf(bool removeOrphans, const QDateTime &now, const ChangedFiles &changed)
{
    return {removeOrphans, now, changed};
}

} // namespace

ProjectSurvey::ProjectSurvey(ComposeProcess &compose, engine::EngineClient &engine, RevisionLog &log,
                             const base::Clock &clock)
    : m_compose(compose)
    , m_engine(engine)
    , m_log(log)
    , m_clock(clock)
{
}

QFuture<Result<Survey>> ProjectSurvey::take(const DeploymentInput &input, bool removeOrphans)
{
    return base::futureOf<Survey>(steps(input, removeOrphans));
}

QCoro::Task<Result<Survey>> ProjectSurvey::steps(DeploymentInput input, bool removeOrphans)
{
    const QPointer<ProjectSurvey> self(this);
    // Their destruction ends what they have under way, so they go with this coroutine's frame.
    ProjectObserver observer(m_engine);
    const Result<QList<model::ObservedContainer>> containers =
        co_await observer.containers(input.command.projectName().text());
    if (!self)
        co_return base::abandoned();
    if (!containers)
        co_return containers.error();
    ProjectReader reader(m_compose, input.command, input.secrets);
    Result<ProjectReading> reading = co_await reader.read(*containers);
    if (!self)
        co_return base::abandoned();
    if (!reading)
        co_return reading.error();
    QStringList names;
    for (const ResolvedService &service : std::as_const(reading->project.services))
        names.append(service.image);
    Result<ObservedProject> observed = co_await observer.images(*containers, names);
    if (!self)
        co_return base::abandoned();
    if (!observed)
        co_return observed.error();
    MountSurvey mounts(m_log, m_clock);
    const Result<ChangedFiles> changed = co_await mounts.take(*containers, input);
    if (!self || (!changed && changed.error().kind == base::ErrorKind::cancelled))
        co_return base::abandoned();
    // A store that cannot be read keeps nobody from planning.
    const PlanOptions options = optionsOf(removeOrphans, m_clock.utcNow(), changed ? *changed : ChangedFiles());
    const Result<model::Plan> plan = makePlan(*reading, *observed, options);
    if (!plan)
        co_return plan.error();
    co_return Survey{std::move(*reading), std::move(*observed), *plan};
}

} // namespace mediahelm::revision
