// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/deployment_job.h"

#include "core/base/steps.h"
#include "core/revision/compose/compose_labels.h"
#include "core/revision/store/store_names.h"

#include <QPointer>

// The flow: what is there, what is to be, and forth. An earlier revision is put in place in
// deployment_restore.cpp, the way back is in deployment_way_back.cpp. After each co_await
// the job may be gone.

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using model::DeploymentStage;

namespace {

QString purposeOf(DeploymentRequest::What what)
{
    switch (what) {
    case DeploymentRequest::What::apply: return u"apply"_s;
    case DeploymentRequest::What::rollBack: return u"roll back"_s;
    case DeploymentRequest::What::resume: break;
    }
    return u"finish what was interrupted"_s;
}

QStringList touchedServices(const model::Plan &plan)
{
    QStringList names;
    for (const model::ServicePlan &service : plan.services) {
        if (service.action != model::PlanAction::nothing || service.followUp)
            names.append(service.service);
    }
    return names;
}

QStringList servicesOf(const ObservedProject &observed)
{
    QStringList services;
    for (const model::ObservedContainer &container : observed.containers)
        services.append(container.label(labels::service));
    services.removeDuplicates();
    return services;
}

bool hasFollowUps(const model::Plan &plan)
{
    return std::ranges::any_of(plan.services,
                               [](const model::ServicePlan &service) { return service.followUp.has_value(); });
}

} // namespace

DeploymentJob::DeploymentJob(const Surroundings &around, DeploymentRequest request)
    : m_around(around)
    , m_request(std::move(request))
    , m_record(around.clock, purposeOf(m_request.what))
{
    m_record.setGoesBack(m_request.goesBack);
}

DeploymentJob::~DeploymentJob() = default;

QFuture<Result<model::Verdict>> DeploymentJob::run()
{
    return base::futureOf<Verdict>(steps());
}

void DeploymentJob::cancel()
{
    if (m_goingBack)
        return m_record.log(u"what was begun is being put back, and that is not cancelled"_s);
    m_cancelled = true;
    if (m_runner)
        m_runner->cancel();
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::steps()
{
    const QPointer<DeploymentJob> self(this);
    m_record.addStages({DeploymentStage::check, DeploymentStage::pull, DeploymentStage::create, DeploymentStage::start,
                        DeploymentStage::health});
    m_record.begin(DeploymentStage::check);
    Result<Verdict> verdict = co_await m_around.keeper.hold(u"deploying"_s).then([](const base::Status &held) {
        return held.ok() ? Result<Verdict>(Verdict::healthy) : Result<Verdict>(held.error());
    });
    if (!self)
        co_return base::abandoned();
    if (verdict) {
        const Result<void> alone = co_await endLeftBehind();
        if (!self)
            co_return base::abandoned();
        if (alone)
            verdict = co_await work();
        else
            verdict = alone.error();
        if (!self)
            co_return base::abandoned();
        if (!verdict)
            m_record.finish(std::nullopt, verdict.error().message);
        if (const Result<void> kept = co_await keepLogs(); !self || !kept) {
            if (!self)
                co_return base::abandoned();
            m_record.log(kept.error().message);
        }
        const base::Status free = co_await m_around.keeper.letGo();
        if (!self)
            co_return base::abandoned();
        if (!free.ok())
            m_record.log(free.error().message);
    }
    if (!verdict && !m_record.progress().finished())
        m_record.finish(std::nullopt, verdict.error().message);
    co_return verdict;
}

// Before anything is looked at, let alone done: a Compose of a program that was killed would act beside ours.
DeploymentJob::Steps<void> DeploymentJob::endLeftBehind()
{
    const QPointer<DeploymentJob> self(this);
    const Result<int> ended = co_await m_around.compose.endLeftBehind(runNote());
    if (!self || !ended)
        co_return self ? ended.error() : base::abandoned();
    if (*ended > 0)
        m_record.log(u"ended 'docker compose' that an earlier deployment had left behind"_s);
    co_return Result<void>();
}

QString DeploymentJob::runNote() const
{
    return u"%1/%2/%3"_s.arg(m_around.source.folder(), QLatin1String(ownFolder), QLatin1String(composeRunFile));
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::work()
{
    const QPointer<DeploymentJob> self(this);
    const auto recovered = co_await m_around.keeper.recover();
    if (!self)
        co_return base::abandoned();
    if (!recovered)
        co_return recovered.error();
    const auto noted = co_await m_around.keeper.noted();
    if (!self)
        co_return base::abandoned();
    if (!noted)
        co_return noted.error();
    if (m_request.what != DeploymentRequest::What::resume) {
        if (*noted)
            co_return Error{
                ErrorKind::conflict, u"an earlier deployment was interrupted, and has to be finished first"_s, {}};
        co_return co_await workAnew();
    }
    if (*noted)
        co_return co_await resume(**noted);
    m_record.finish(Verdict::healthy, u"nothing was interrupted"_s);
    co_return Verdict::healthy;
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::workAnew()
{
    const QPointer<DeploymentJob> self(this);
    const bool back = m_request.what == DeploymentRequest::What::rollBack;
    if (Result<void> read = co_await readInput(); !self || !read)
        co_return self ? read.error() : base::abandoned();
    m_note.handed = m_input->handed;
    m_note.goesBack = m_request.goesBack;
    m_note.removesOrphans = m_request.removesOrphans;
    const auto good = co_await lastGood();
    if (!self || !good)
        co_return self ? good.error() : base::abandoned();
    m_note.back = *good;
    if (back) {
        // What lies there and was never saved is not lost.
        const auto kept = co_await save(model::RevisionKind::external, u"Changes found before rolling back"_s, {});
        if (!self || !kept)
            co_return self ? kept.error() : base::abandoned();
        const auto before = co_await survey();
        if (!self)
            co_return base::abandoned();
        if (before) {
            m_note.images = ranImages(before->observed);
            m_note.before = servicesOf(before->observed);
        }
        m_note.revision = *m_request.target;
        if (m_note.back == m_request.target)
            m_note.back = kept->id;
        const auto images = co_await imagesOf(*m_request.target);
        if (!self || !images)
            co_return self ? images.error() : base::abandoned();
        m_takesNewImages = images->isEmpty();
        // From here on a crash is resumed: the files are about to change.
        const auto noted = co_await m_around.keeper.note(m_note);
        if (!self || !noted.ok())
            co_return self ? noted.error() : base::abandoned();
        const auto placed = co_await putInPlace(*m_request.target, *images, m_request.message);
        if (!self || !placed)
            co_return self ? placed.error() : base::abandoned();
    }
    Result<Survey> seen = co_await survey();
    if (!self)
        co_return base::abandoned();
    if (!seen && back)
        co_return co_await fail(seen.error().message, {}, Verdict::unhealthy);
    if (!seen)
        co_return seen.error();
    if (!back) {
        const auto saved = co_await save(model::RevisionKind::applied, m_request.message, touchedServices(seen->plan));
        if (!self || !saved)
            co_return self ? saved.error() : base::abandoned();
        m_note.revision = saved->id;
        m_note.images = ranImages(seen->observed);
        m_note.before = servicesOf(seen->observed);
        m_takesNewImages = true;
    }
    co_return co_await deploy(std::move(*seen));
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::resume(DeploymentNote note)
{
    const QPointer<DeploymentJob> self(this);
    m_note = std::move(note);
    m_request.goesBack = m_note.goesBack;
    m_request.removesOrphans = m_note.removesOrphans;
    m_record.setGoesBack(m_request.goesBack);
    m_record.setRevision(m_note.revision);
    m_record.log(u"finishing what was interrupted"_s);
    if (m_note.phase == DeploymentNote::Phase::rollingBack)
        co_return co_await goBack(m_note.reason);
    const auto images = co_await imagesOf(m_note.revision);
    if (!self || !images)
        co_return self ? images.error() : base::abandoned();
    const auto placed = co_await putInPlace(m_note.revision, *images, u"Finish what was interrupted"_s);
    if (!self)
        co_return base::abandoned();
    if (!placed && placed.error().kind == ErrorKind::conflict) {
        // The files are the user's: what lies there is applied when they wish.
        const base::Status cleared = co_await m_around.keeper.note(std::nullopt);
        if (!self)
            co_return base::abandoned();
        if (!cleared.ok())
            co_return cleared.error();
    }
    if (!placed)
        co_return placed.error();
    Result<Survey> seen = co_await survey();
    if (!self)
        co_return base::abandoned();
    if (!seen)
        co_return co_await fail(seen.error().message, {}, Verdict::unhealthy);
    co_return co_await deploy(std::move(*seen));
}

DeploymentJob::Steps<void> DeploymentJob::readInput()
{
    const QPointer<DeploymentJob> self(this);
    Result<DeploymentInput> input = co_await m_around.source.read();
    if (!self)
        co_return base::abandoned();
    if (!input)
        co_return input.error();
    m_input = std::move(*input);
    m_record.setProject(m_input->command.projectName().text());
    co_return Result<void>();
}

DeploymentJob::Steps<model::Revision> DeploymentJob::save(model::RevisionKind kind, QString message,
                                                          QStringList services)
{
    const QPointer<DeploymentJob> self(this);
    SaveRequest request{m_input->snapshot,        m_request.author, std::move(message), kind, std::move(services), {},
                        m_input->secrets.values()};
    const Result<SaveOutcome> saved = co_await m_around.keeper.save(request);
    if (!self)
        co_return base::abandoned();
    if (!saved)
        co_return saved.error();
    m_record.setRevision(saved->revision.id);
    co_return saved->revision;
}

DeploymentJob::Steps<Survey> DeploymentJob::survey()
{
    if (m_input->incomplete)
        co_return *m_input->incomplete;
    const QPointer<DeploymentJob> self(this);
    ProjectSurvey survey(m_around.compose, m_around.engine, m_around.log, m_around.clock);
    Result<Survey> seen = co_await survey.take(*m_input, m_request.removesOrphans);
    if (!self || m_cancelled)
        co_return base::abandoned();
    if (seen)
        m_record.setPlan(seen->plan);
    co_return seen;
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::deploy(Survey survey)
{
    const QPointer<DeploymentJob> self(this);
    if (m_takesNewImages && refreshesImages(survey.plan)) {
        const Result<RunOutcome> images = co_await refreshImages(survey);
        if (!self)
            co_return base::abandoned();
        if (!images)
            co_return co_await fail(u"it was cancelled"_s, {}, Verdict::cancelled);
        if (!images->passed())
            co_return co_await fail(images->problem, {}, Verdict::unhealthy);
        Result<Survey> anew = co_await this->survey();
        if (!self)
            co_return base::abandoned();
        if (!anew)
            co_return co_await fail(anew.error().message, {}, Verdict::unhealthy);
        survey = std::move(*anew);
    }
    // Of what was interrupted all may be done but the judgement.
    const bool resumed = m_request.what == DeploymentRequest::What::resume;
    if (!resumed && survey.plan.nothingToDo() && !hasFollowUps(survey.plan))
        co_return co_await seeThatNothingIsToDo(std::move(survey));
    m_note.services += gatedServices(survey.plan, survey.reading.project);
    m_note.services.removeDuplicates();
    const auto noted = co_await m_around.keeper.note(m_note);
    if (!self || !noted.ok())
        co_return self ? noted.error() : base::abandoned();
    const Result<RunOutcome> outcome = co_await runProject(survey, false);
    if (!self)
        co_return base::abandoned();
    if (!outcome)
        co_return co_await fail(u"it was cancelled"_s, {}, Verdict::cancelled);
    if (!outcome->passed())
        co_return co_await fail(outcome->problem, outcome->failures, Verdict::unhealthy);
    co_return co_await succeed();
}

// No coroutines: GCC 12 destroys an aggregate that is made within a co_await twice.

RunRequest DeploymentJob::runRequest(const Survey &survey, bool back)
{
    m_runner = std::make_unique<ProjectRunner>(m_around.compose, m_around.engine, m_around.clock, m_record);
    QStringList brought = back && m_note.before ? survey.plan.keptOrphans() : QStringList();
    brought.removeIf([this](const QString &service) { return m_note.before->contains(service); });
    return {m_input->command, m_input->secrets, survey,   m_request.expectation, m_request.interval, back,
            m_note.services,  brought,          runNote()};
}

QFuture<Result<RunOutcome>> DeploymentJob::runProject(const Survey &survey, bool back)
{
    const RunRequest request = runRequest(survey, back);
    return m_runner->run(request);
}

QFuture<Result<RunOutcome>> DeploymentJob::refreshImages(const Survey &survey)
{
    const RunRequest request = runRequest(survey, false);
    return m_runner->refreshImages(request);
}

} // namespace mediahelm::revision
