// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/forecaster.h"

#include "core/base/steps.h"
#include "core/workspace/checks/engine_facts.h"

#include <QPointer>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

// No aggregate is made within a co_await: GCC 12 destroys it twice.
Forecast forecastOf(DeploymentInput &&input, std::optional<model::Revision> &&target, model::Changes &&files,
                    Survey &&survey)
{
    return {std::move(input), std::move(target), std::move(files), std::move(survey)};
}

} // namespace

Forecaster::Forecaster(const Surroundings &around)
    : m_around(around)
{
}

QFuture<Result<Forecast>> Forecaster::apply(bool removesOrphans)
{
    return base::futureOf<Forecast>(applySteps(removesOrphans));
}

QFuture<Result<Forecast>> Forecaster::rollBack(const QString &target, bool removesOrphans)
{
    return base::futureOf<Forecast>(rollBackSteps(target, removesOrphans));
}

QCoro::Task<Result<Forecast>> Forecaster::applySteps(bool removesOrphans)
{
    const QPointer<Forecaster> self(this);
    Result<DeploymentInput> input = co_await m_around.source.read();
    if (!self || !input)
        co_return self ? input.error() : base::abandoned();
    Result<model::Changes> files = co_await m_around.log.externalChange(input->snapshot);
    if (!self || !files)
        co_return self ? files.error() : base::abandoned();
    std::optional<workspace::EngineFacts> engine;
    QString unasked;
    if (m_around.engineIsHere) {
        const Result<QList<model::Container>> containers = co_await m_around.engine.containers();
        if (!self)
            co_return base::abandoned();
        if (containers)
            engine = workspace::engineFactsOf(*containers);
        else
            unasked = containers.error().message;
    }
    Result<DeploymentErrors> errors = co_await m_around.source.errors(engine);
    if (!self || !errors)
        co_return self ? errors.error() : base::abandoned();
    if (!unasked.isEmpty())
        errors->unasked = unasked;
    // Its arguments are made before it is awaited: GCC 12 would destroy them twice.
    QCoro::Task<Result<Forecast>> asked = surveyed(std::move(*input), std::nullopt, std::move(*files), removesOrphans);
    Result<Forecast> forecast = co_await asked;
    if (forecast)
        forecast->errors = *errors;
    co_return forecast;
}

QCoro::Task<Result<Forecast>> Forecaster::rollBackSteps(QString text, bool removesOrphans)
{
    const QPointer<Forecaster> self(this);
    const Result<model::Revision> target = co_await m_around.log.resolve(text);
    if (!self || !target)
        co_return self ? target.error() : base::abandoned();
    const Result<Snapshot> snapshot = co_await m_around.log.show(target->id);
    if (!self || !snapshot)
        co_return self ? snapshot.error() : base::abandoned();
    const Result<model::Revision> head = co_await m_around.log.resolve(u"head"_s);
    if (!self || !head)
        co_return self ? head.error() : base::abandoned();
    Result<model::Changes> files = co_await m_around.log.diff(head->id, target->id);
    if (!self || !files)
        co_return self ? files.error() : base::abandoned();
    Result<DeploymentInput> input = co_await m_around.source.readAsIf(*snapshot);
    if (!self || !input)
        co_return self ? input.error() : base::abandoned();
    // What is merely handed over stays where it is.
    files->removeIf([&](const model::FileChange &change) {
        return change.kind == model::FileChangeKind::removed
            ? input->handed.files.contains(change.path)
            : change.kind == model::FileChangeKind::added && input->handed.isNotKept(change.path.text());
    });
    QCoro::Task<Result<Forecast>> forecast = surveyed(std::move(*input), *target, std::move(*files), removesOrphans);
    co_return co_await forecast;
}

QCoro::Task<Result<Forecast>> Forecaster::surveyed(DeploymentInput input, std::optional<model::Revision> target,
                                                   model::Changes files, bool removesOrphans)
{
    if (input.incomplete)
        co_return *input.incomplete;
    const QPointer<Forecaster> self(this);
    ProjectSurvey survey(m_around.compose, m_around.engine, m_around.log, m_around.clock);
    Result<Survey> seen = co_await survey.take(input, removesOrphans);
    if (!self || !seen)
        co_return self ? seen.error() : base::abandoned();
    co_return forecastOf(std::move(input), std::move(target), std::move(files), std::move(*seen));
}

} // namespace mediahelm::revision
