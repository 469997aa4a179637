// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/project_runner.h"

#include "core/base/steps.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using model::DeploymentStage;
using model::ServiceProgress;
using model::StageState;

namespace {

constexpr std::chrono::minutes pullDeadline(120); // a slow line, and images of some gigabytes
constexpr std::chrono::minutes upDeadline(60); // it waits for conditions of depends_on

// "web is unhealthy: ..., and 2 more"
QString problemOf(const QList<model::ServiceFailure> &failures)
{
    const model::ServiceFailure &first = failures.constFirst();
    QString text = first.service + u' ' + first.reason;
    if (failures.size() > 1)
        text += u", and %1 more"_s.arg(failures.size() - 1);
    return text;
}

QStringList servicesOf(const QList<model::ImageStep> &images, model::ImageStep::How how, bool absentAlone)
{
    QStringList services;
    for (const model::ImageStep &image : images) {
        if (image.how == how && (!absentAlone || image.why == model::ImageStep::Why::absent))
            services += image.services;
    }
    services.removeDuplicates();
    return services;
}

// Lists of arguments are made outside of the coroutines: GCC 12 cannot make them within.

QStringList verbFor(const QString &verb, const QStringList &services)
{
    return QStringList{verb} + services;
}

QStringList upArguments(bool removeOrphans)
{
    QStringList arguments{u"up"_s, u"-d"_s, u"--pull"_s, u"missing"_s};
    if (removeOrphans)
        arguments.append(u"--remove-orphans"_s);
    return arguments;
}

QStringList followArguments(bool restart, const QString &service)
{
    if (restart)
        return {u"restart"_s, u"--no-deps"_s, service};
    return {u"up"_s, u"-d"_s, u"--no-deps"_s, u"--force-recreate"_s, u"--pull"_s, u"missing"_s, service};
}

QString filesOf(const model::ServicePlan &service)
{
    QStringList subjects;
    for (const model::PlanReason &reason : service.reasons) {
        if (reason.kind == model::PlanReason::Kind::file)
            subjects.append(reason.subject);
    }
    return subjects.join(u", "_s);
}

} // namespace

RunOutcome failedWith(const QString &problem, const QList<model::ServiceFailure> &failures)
{
    return {problem.isEmpty() ? u"it failed"_s : problem, failures};
}

bool refreshesImages(const model::Plan &plan)
{
    return std::ranges::any_of(plan.images, [](const model::ImageStep &image) {
        return image.why != model::ImageStep::Why::absent && image.how != model::ImageStep::How::unavailable;
    });
}

QStringList gatedServices(const model::Plan &plan, const ResolvedProject &project)
{
    const model::ServiceGraph graph = graphOf(project);
    QStringList left;
    for (const model::ServicePlan &service : plan.services) {
        const bool done = service.action != model::PlanAction::nothing && service.action != model::PlanAction::remove;
        if (done || service.followUp)
            left.append(service.service);
    }
    QSet<QString> gated;
    while (!left.isEmpty()) {
        const QString service = left.takeFirst();
        if (gated.contains(service))
            continue;
        gated.insert(service);
        left += graph.dependentsOf(service);
    }
    QStringList ordered;
    for (const QString &service : graph.startOrder()) {
        if (gated.contains(service))
            ordered.append(service);
    }
    return ordered;
}

ProjectRunner::ProjectRunner(ComposeProcess &compose, engine::EngineClient &engine, const base::Clock &clock,
                             DeploymentRecord &record)
    : m_compose(compose)
    , m_engine(engine)
    , m_clock(clock)
    , m_record(record)
{
}

QFuture<Result<RunOutcome>> ProjectRunner::run(const RunRequest &request)
{
    m_request = request;
    return base::futureOf<RunOutcome>(steps());
}

QFuture<Result<RunOutcome>> ProjectRunner::refreshImages(const RunRequest &request)
{
    m_request = request;
    return base::futureOf<RunOutcome>(getImages(Images::all));
}

void ProjectRunner::cancel()
{
    m_cancelled = true;
    if (m_run)
        m_run->cancel();
    m_gate.reset();
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::steps()
{
    const QPointer<ProjectRunner> self(this);
    const ResolvedProject &project = m_request->survey.reading.project;
    QStringList gated = gatedServices(m_request->survey.plan, project);
    for (const QString &service : std::as_const(m_request->alsoGated)) {
        if (project.find(service) && !gated.contains(service))
            gated.append(service);
    }
    m_record.setServices(project.serviceNames(), ServiceProgress::State::untouched);
    m_record.setServices(gated, ServiceProgress::State::waiting);
    Outcome outcome = co_await getImages(Images::absent);
    if (!self)
        co_return base::abandoned();
    if (!outcome || !outcome->passed())
        co_return outcome;
    outcome = co_await bringUp();
    if (!self)
        co_return base::abandoned();
    if (!outcome || !outcome->passed())
        co_return outcome;
    outcome = co_await restartForFiles();
    if (!self)
        co_return base::abandoned();
    if (!outcome || !outcome->passed())
        co_return outcome;
    outcome = co_await followUp();
    if (!self)
        co_return base::abandoned();
    if (!outcome || !outcome->passed())
        co_return outcome;
    m_record.begin(m_request->back ? DeploymentStage::recover : DeploymentStage::health);
    co_return co_await gate(gated);
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::getImages(Images which)
{
    const QPointer<ProjectRunner> self(this);
    const QList<model::ImageStep> &images = m_request->survey.plan.images;
    for (const model::ImageStep &image : images) {
        if (image.how == model::ImageStep::How::unavailable)
            co_return failedWith(u"the image %1 is not here, and its pull_policy forbids to get it"_s.arg(image.image));
    }
    const bool absentAlone = which == Images::absent;
    const QStringList pulled = servicesOf(images, model::ImageStep::How::pull, absentAlone);
    const QStringList built = servicesOf(images, model::ImageStep::How::build, absentAlone);
    if (pulled.isEmpty() && built.isEmpty()) {
        if (!m_request->back && !m_record.isRunning(DeploymentStage::pull))
            m_record.end(DeploymentStage::pull, StageState::skipped);
        co_return RunOutcome();
    }
    if (!m_request->back)
        m_record.begin(DeploymentStage::pull);
    for (int round = 0; round < 2; ++round) {
        const bool pull = round == 0;
        const QStringList &services = pull ? pulled : built;
        if (services.isEmpty())
            continue;
        // Not as a choice within the co_await: GCC 12 takes both ways.
        const QString verb = pull ? u"pull"_s : u"build"_s;
        const Result<void> done = co_await compose(verbFor(verb, services), pullDeadline);
        if (!self)
            co_return base::abandoned();
        if (!done && done.error().kind == ErrorKind::cancelled)
            co_return done.error();
        if (!done)
            co_return failedWith(done.error().message);
    }
    co_return RunOutcome();
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::bringUp()
{
    const QPointer<ProjectRunner> self(this);
    m_record.begin(m_request->back ? DeploymentStage::recreate : DeploymentStage::create);
    m_touched = true;
    const Outcome swept = co_await sweep();
    if (!self)
        co_return base::abandoned();
    if (!swept || !swept->passed())
        co_return swept;
    co_return co_await act(upArguments(m_request->survey.plan.removesOrphans()));
}

// One run of Compose that changes containers; what is wrong afterwards, where it fails.
QCoro::Task<ProjectRunner::Outcome> ProjectRunner::act(QStringList arguments)
{
    const QPointer<ProjectRunner> self(this);
    const Result<void> done = co_await compose(std::move(arguments), upDeadline);
    if (!self)
        co_return base::abandoned();
    if (done)
        co_return RunOutcome();
    if (done.error().kind == ErrorKind::cancelled)
        co_return done.error();
    co_return co_await explain(done.error());
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::restartForFiles()
{
    const QPointer<ProjectRunner> self(this);
    const QList<model::ServicePlan> services = m_request->survey.plan.services;
    for (const model::ServicePlan &service : services) {
        const bool restarts = std::ranges::any_of(service.containers, [](const model::ContainerStep &step) {
            return step.action == model::PlanAction::restart;
        });
        if (!restarts || service.followUp) // which does it at its time
            continue;
        m_record.log(u"%1 is restarted, since its files are others: %2"_s.arg(service.service, filesOf(service)));
        const Outcome done = co_await act(followArguments(true, service.service));
        if (!self)
            co_return base::abandoned();
        if (!done || !done->passed())
            co_return done;
    }
    co_return RunOutcome();
}

// Whose namespace has a new process or container: in start order, each after what it lives in is up.
QCoro::Task<ProjectRunner::Outcome> ProjectRunner::followUp()
{
    const QPointer<ProjectRunner> self(this);
    const QList<model::ServicePlan> services = m_request->survey.plan.services;
    for (const model::ServicePlan &service : services) {
        if (!service.followUp)
            continue;
        const Outcome up = co_await gate(QStringList(service.followUp->because));
        if (!self)
            co_return base::abandoned();
        if (!up || !up->passed())
            co_return up;
        const bool restart = service.followUp->kind == model::FollowUp::Kind::restart;
        m_record.log(u"%1 follows %2"_s.arg(service.service, service.followUp->because));
        const Outcome done = co_await act(followArguments(restart, service.service));
        if (!self)
            co_return base::abandoned();
        if (!done || !done->passed())
            co_return done;
    }
    co_return RunOutcome();
}

GateRequest ProjectRunner::gateRequest(const QStringList &services) const
{
    GateRequest request{
        m_request->command.projectName().text(), services, {}, m_request->expectation, m_request->interval};
    for (const ResolvedService &service : std::as_const(m_request->survey.reading.project.services))
        request.scale.insert(service.name, service.scale);
    // One that is asked for no container has none.
    request.services.removeIf([&request](const QString &name) { return request.scale.value(name, 1) == 0; });
    return request;
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::gate(QStringList services)
{
    const QPointer<ProjectRunner> self(this);
    if (m_cancelled)
        co_return base::abandoned();
    m_gate = std::make_unique<HealthGate>(m_engine, m_clock, gateRequest(services));
    connect(m_gate.get(), &HealthGate::serviceChanged, &m_record, &DeploymentRecord::setService);
    const Result<GateOutcome> outcome = co_await m_gate->wait();
    if (!self)
        co_return base::abandoned();
    m_gate.reset();
    if (!outcome && outcome.error().kind == ErrorKind::cancelled)
        co_return outcome.error();
    if (!outcome)
        co_return failedWith(outcome.error().message);
    if (outcome->passed())
        co_return RunOutcome();
    co_return failedWith(problemOf(outcome->failures), outcome->failures);
}

QCoro::Task<Result<void>> ProjectRunner::compose(QStringList arguments, std::chrono::milliseconds deadline)
{
    const QPointer<ProjectRunner> self(this);
    if (m_cancelled)
        co_return base::abandoned();
    m_record.log(m_request->command.line(arguments));
    ComposeRequest request{m_request->command, std::move(arguments), m_request->secrets, {}, deadline, true,
                           m_request->note};
    m_run = m_compose.start(request);
    connect(m_run.get(), &ComposeRun::lineRead, this, &ProjectRunner::takeLine);
    const Result<ComposeOutput> output = co_await m_run->output();
    if (!self)
        co_return base::abandoned();
    m_run.reset();
    if (!output)
        co_return output.error();
    co_return Result<void>();
}

void ProjectRunner::takeLine(const QString &line)
{
    const std::optional<ComposeProgress> step = parseProgress(line);
    if (!step)
        return m_record.log(line);
    m_record.takeCompose(*step);
    // Layers are drawn as bars; as lines there are thousands.
    if (step->kind != ComposeProgress::Kind::layer)
        m_record.log((step->name + u' ' + step->status + u' ' + step->detail).trimmed());
}

QCoro::Task<ProjectRunner::Outcome> ProjectRunner::explain(Error error)
{
    const QPointer<ProjectRunner> self(this);
    GateRequest request = gateRequest(gatedServices(m_request->survey.plan, m_request->survey.reading.project));
    request.once = true;
    m_gate = std::make_unique<HealthGate>(m_engine, m_clock, request);
    const Result<GateOutcome> outcome = co_await m_gate->wait();
    if (!self)
        co_return base::abandoned();
    m_gate.reset();
    co_return failedWith(error.message, outcome ? outcome->failures : QList<model::ServiceFailure>());
}

} // namespace mediahelm::revision
