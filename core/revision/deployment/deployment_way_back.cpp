// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/deployment_job.h"

#include "core/base/steps.h"
#include "core/revision/deployment/deployment_log_text.h"
#include "core/revision/deployment/failure_reporter.h"

#include <QPointer>

#include <algorithm>

// How a deployment ends, well or not.

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Result;
using model::DeploymentStage;
using model::StageState;

// What runs is as the files say: a new revision of the same is as good as the one before, where all is well.
DeploymentJob::Steps<model::Verdict> DeploymentJob::seeThatNothingIsToDo(Survey survey)
{
    const QPointer<DeploymentJob> self(this);
    m_record.begin(DeploymentStage::health);
    GateRequest request{m_input->command.projectName().text(),
                        survey.reading.project.serviceNames(),
                        {},
                        m_request.expectation,
                        m_request.interval};
    request.expectation.settle = std::chrono::milliseconds(0);
    for (const ResolvedService &service : std::as_const(survey.reading.project.services))
        request.scale.insert(service.name, service.scale);
    request.services.removeIf([&](const QString &name) { return request.scale.value(name, 1) == 0; });
    HealthGate gate(m_around.engine, m_around.clock, request);
    connect(&gate, &HealthGate::serviceChanged, &m_record, &DeploymentRecord::setService);
    const Result<GateOutcome> outcome = co_await gate.wait();
    if (!self)
        co_return base::abandoned();
    if (!outcome)
        co_return outcome.error();
    if (outcome->passed())
        co_return co_await conclude(Verdict::healthy, u"there is nothing to do"_s, true);
    m_record.setFailures(outcome->failures);
    m_record.end(DeploymentStage::health, StageState::failed);
    const model::ServiceFailure &first = outcome->failures.constFirst();
    co_return co_await conclude(Verdict::unhealthy,
                                u"there is nothing to do, but %1 %2"_s.arg(first.service, first.reason), true);
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::succeed()
{
    const QString summary =
        m_notPutBack.isEmpty() ? u"everything is up"_s : u"everything is up, but %1"_s.arg(m_notPutBack.constFirst());
    co_return co_await conclude(Verdict::healthy, summary, true);
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::fail(QString problem, QList<model::ServiceFailure> failures,
                                                         Verdict otherwise)
{
    const QPointer<DeploymentJob> self(this);
    if (const model::StageProgress *running = m_record.progress().current())
        m_record.end(running->stage, StageState::failed);
    if (!failures.isEmpty()) {
        const secrets::SecretRedactor redactor(m_input->secrets);
        FailureReporter reporter(m_around.engine, redactor);
        const auto complete = co_await reporter.complete(m_input->command.projectName().text(), failures);
        if (!self)
            co_return base::abandoned();
        if (complete)
            failures = *complete;
        m_record.setFailures(failures);
    }
    m_record.log(problem);
    const bool restored = m_request.what != DeploymentRequest::What::apply; // files, at least
    const bool touched = restored || (m_runner && m_runner->touched());
    if (!touched)
        co_return co_await conclude(otherwise, problem + u"; nothing was changed"_s, false);
    if (m_request.goesBack && m_note.back)
        co_return co_await goBack(problem);
    const QString why = m_request.goesBack ? u"; there is no good revision to go back to"_s
                                           : u"; it is left as it is, as was asked for"_s;
    co_return co_await conclude(otherwise, problem + why, true);
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::goBack(QString problem)
{
    const QPointer<DeploymentJob> self(this);
    const model::RevisionId failed = judged();
    m_goingBack = true;
    m_cancelled = false;
    m_note.phase = DeploymentNote::Phase::rollingBack;
    m_note.reason = problem.left(500).simplified();
    m_record.addStages({DeploymentStage::restore, DeploymentStage::recreate, DeploymentStage::recover});
    m_record.begin(DeploymentStage::restore);
    const auto noted = co_await m_around.keeper.note(m_note);
    if (!self || !noted.ok())
        co_return self ? noted.error() : base::abandoned();
    const Result<RunOutcome> outcome = co_await wayBack();
    if (!self)
        co_return base::abandoned();
    const QString why = outcome ? outcome->problem : outcome.error().message;
    const bool good = outcome && outcome->passed();
    const QString to = shortId(*m_note.back);
    const model::Deployment deployment{
        m_around.clock.utcNow(), m_request.author, good ? Verdict::rolledBack : Verdict::unhealthy, {}, m_note.reason};
    const auto recorded = co_await record(failed, deployment);
    if (!self || !recorded)
        co_return self ? recorded.error() : base::abandoned();
    if (good) {
        m_record.setRolledBackTo(*m_note.back);
        m_note.revision = m_record.progress().revision.value_or(*m_note.back);
        const auto told = co_await noteVerdict(Verdict::healthy, u"%1; put back to %2"_s.arg(problem, to), true);
        if (!self || !told)
            co_return self ? told.error() : base::abandoned();
        QString summary = m_notPutBack.isEmpty()
            ? u"%1; put back to %2, and everything is up"_s.arg(problem, to)
            : u"%1; put back to %2, and everything is up, but %3"_s.arg(problem, to, m_notPutBack.constFirst());
        // The files are as they were before, so that it is told where those are that were to be.
        if (m_request.what == DeploymentRequest::What::apply)
            summary = u"%1; what was changed is kept as revision %2"_s.arg(summary, shortId(failed));
        m_record.finish(Verdict::rolledBack, summary);
        co_return Verdict::rolledBack;
    }
    if (const model::StageProgress *running = m_record.progress().current())
        m_record.end(running->stage, StageState::failed);
    co_return co_await conclude(Verdict::unhealthy, u"%1; going back to %2 failed too: %3"_s.arg(problem, to, why),
                                false);
}

DeploymentJob::Steps<RunOutcome> DeploymentJob::wayBack()
{
    const QPointer<DeploymentJob> self(this);
    const QString why = u"Put back to %1: %2"_s.arg(shortId(*m_note.back), m_note.reason);
    const auto placed = co_await putInPlace(*m_note.back, m_note.images, why);
    if (!self || !placed)
        co_return self ? placed.error() : base::abandoned();
    Result<Survey> seen = co_await survey();
    if (!self || !seen)
        co_return self ? seen.error() : base::abandoned();
    co_return co_await runProject(*seen, true);
}

DeploymentJob::Steps<model::Verdict> DeploymentJob::conclude(Verdict verdict, QString summary, bool noteImages)
{
    const QPointer<DeploymentJob> self(this);
    const auto noted = co_await noteVerdict(verdict, summary, noteImages);
    if (!self || !noted)
        co_return self ? noted.error() : base::abandoned();
    m_record.finish(verdict, summary);
    co_return verdict;
}

// Whose verdict it is: of what was rolled back to by hand, that of the revision which it was saved as.
model::RevisionId DeploymentJob::judged() const
{
    const bool byHand = m_request.what == DeploymentRequest::What::rollBack && !m_goingBack;
    return byHand ? m_record.progress().revision.value_or(m_note.revision) : m_note.revision;
}

DeploymentJob::Steps<void> DeploymentJob::record(model::RevisionId id, model::Deployment deployment)
{
    const QPointer<DeploymentJob> self(this);
    const base::Status recorded = co_await m_around.keeper.record(id, deployment);
    if (!self || !recorded)
        co_return self ? recorded.error() : base::abandoned();
    m_judgedAt.append({id, deployment.when});
    co_return Result<void>();
}

// What was told, with each verdict that was noted. That it cannot be kept changes nothing of them.
DeploymentJob::Steps<void> DeploymentJob::keepLogs()
{
    const QPointer<DeploymentJob> self(this);
    const QByteArray text = deploymentLogText(m_record.progress()).toUtf8();
    const auto judged = m_judgedAt;
    // Before the workspace was read nobody has said how many; and this one's are kept anyway.
    const int most = std::max(m_input ? m_input->keptLogs : usualKeptLogs, int(judged.size()));
    for (const auto &[id, when] : judged) {
        const base::Status kept = co_await m_around.keeper.keepLog(id, when, text, most);
        if (!self || !kept)
            co_return self ? kept.error() : base::abandoned();
    }
    co_return Result<void>();
}

// Notes how it went, and that nothing is under way any more.
DeploymentJob::Steps<void> DeploymentJob::noteVerdict(Verdict verdict, QString summary, bool noteImages)
{
    const QPointer<DeploymentJob> self(this);
    model::Deployment deployment{
        m_around.clock.utcNow(), m_request.author, verdict, {}, summary.left(500).simplified()};
    if (noteImages) {
        const auto seen = co_await survey();
        if (!self)
            co_return base::abandoned();
        if (seen)
            deployment.images = ranImages(seen->observed);
    }
    const auto recorded = co_await record(judged(), deployment);
    if (!self || !recorded)
        co_return self ? recorded.error() : base::abandoned();
    const auto cleared = co_await m_around.keeper.note(std::nullopt);
    if (!self || !cleared.ok())
        co_return self ? cleared.error() : base::abandoned();
    co_return Result<void>();
}

} // namespace mediahelm::revision
