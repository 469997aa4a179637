// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/project_survey.h"

#include "core/base/steps.h"
#include "core/revision/plan/project_observer.h"

#include <QPointer>

namespace mediahelm::revision {

using base::Result;

ProjectSurvey::ProjectSurvey(ComposeProcess &compose, engine::EngineClient &engine, const base::Clock &clock)
    : m_compose(compose)
    , m_engine(engine)
    , m_clock(clock)
{
}

QFuture<Result<Survey>> ProjectSurvey::take(const ComposeCommand &command, const ComposeSecrets &secrets,
                                            bool removeOrphans)
{
    return base::futureOf<Survey>(steps(command, secrets, removeOrphans));
}

QCoro::Task<Result<Survey>> ProjectSurvey::steps(ComposeCommand command, ComposeSecrets secrets, bool removeOrphans)
{
    const QPointer<ProjectSurvey> self(this);
    // Their destruction ends what they have under way, so they go with this coroutine's frame.
    ProjectObserver observer(m_engine);
    const Result<QList<model::ObservedContainer>> containers =
        co_await observer.containers(command.projectName().text());
    if (!self)
        co_return base::abandoned();
    if (!containers)
        co_return containers.error();
    ProjectReader reader(m_compose, std::move(command), std::move(secrets));
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
    Result<model::Plan> plan = makePlan(*reading, *observed, {removeOrphans, m_clock.utcNow()});
    if (!plan)
        co_return plan.error();
    co_return Survey{std::move(*reading), std::move(*observed), std::move(*plan)};
}

} // namespace mediahelm::revision
