// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deployment_jobs.h"

#include "app/cli/complaint.h"
#include "app/cli/diagnostic_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/revision/input/pull_sizes.h"
#include "core/revision/plan/plan_json.h"
#include "core/revision/plan/plan_text.h"

#include <QJsonDocument>
#include <QPointer>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using revision::DeploymentRequest;

namespace {

constexpr qsizetype longestAnswer = 64;

QString byHand(const revision::ComposeCommand &command)
{
    return u"by hand, in %1: %2"_s.arg(command.folder(), command.line({u"up"_s, u"-d"_s}));
}

void tellMissing(Terminal &terminal, const QStringList &secrets)
{
    for (const QString &name : secrets)
        terminal.say(u"the secret %1 has no value; it is set with: mediahelm secrets set %1"_s.arg(inertWords(name)));
}

void sayLines(Terminal &terminal, const QString &text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        terminal.say(inertText(line));
}

} // namespace

PlanJob::PlanJob(const DeploymentTools &tools, Terminal &terminal, Options options)
    : m_tools(tools)
    , m_terminal(terminal)
    , m_options(options)
{
}

void PlanJob::start()
{
    steps();
}

QCoro::Task<> PlanJob::steps()
{
    const QPointer<PlanJob> self(this);
    const auto spoken = co_await m_tools.engine.negotiate();
    if (!self)
        co_return;
    if (!spoken)
        co_return Q_EMIT finished(complainOf(m_terminal, spoken.error()));
    const auto noted = co_await m_tools.keeper.noted();
    if (!self)
        co_return;
    if (noted && *noted)
        m_terminal.say(u"a deployment is under way, or was interrupted: then the next apply finishes it first"_s);
    const auto input = co_await m_tools.source.read();
    if (!self)
        co_return;
    if (!input)
        co_return Q_EMIT finished(complainOf(m_terminal, input.error()));
    if (input->incomplete)
        co_return Q_EMIT finished(complainOf(m_terminal, *input->incomplete));
    tellMissing(m_terminal, input->missingSecrets);
    revision::ProjectSurvey survey(m_tools.compose, m_tools.engine, m_tools.log, m_tools.clock);
    const auto seen = co_await survey.take(*input, m_options.removesOrphans);
    if (!self)
        co_return;
    if (!seen)
        co_return Q_EMIT finished(complainOf(m_terminal, seen.error()));
    m_plan = seen->plan;
    co_await addSizes();
    if (self)
        tell(input->command);
}

QCoro::Task<> PlanJob::addSizes()
{
    const QPointer<PlanJob> self(this);
    if (!m_options.sizes)
        co_return;
    revision::PullSizes registries(m_tools.engine);
    const auto sizes = co_await registries.ask(m_plan.pulledImages());
    if (self && sizes)
        m_plan.setDownloadSizes(*sizes);
}

void PlanJob::tell(const revision::ComposeCommand &command)
{
    bool printed = true;
    if (m_options.json) {
        printed = m_terminal.print(inertJson(QJsonDocument(revision::planToJson(m_plan))));
    } else {
        const QStringList lines = revision::planToText(m_plan).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            printed = printed && m_terminal.print(inertText(line) + u'\n');
        m_terminal.say(inertWords(byHand(command)));
    }
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

DeployJob::DeployJob(const DeploymentTools &tools, Terminal &terminal, Options options)
    : m_tools(tools)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

DeployJob::~DeployJob() = default;

void DeployJob::start()
{
    steps();
}

void DeployJob::end(const Error &error)
{
    if (m_options.json && m_job
        && !m_terminal.print(inertJson(QJsonDocument(deploymentJson(m_job->record().progress())))))
        return Q_EMIT finished(m_terminal.exitCode());
    Q_EMIT finished(complainOf(m_terminal, error));
}

QCoro::Task<> DeployJob::steps()
{
    const QPointer<DeployJob> self(this);
    const auto spoken = co_await m_tools.engine.negotiate();
    if (!self)
        co_return;
    if (!spoken)
        co_return end(spoken.error());
    const bool goesOn = co_await finishWhatWasInterrupted();
    if (!self || !goesOn)
        co_return;
    revision::Forecaster forecaster(
        {m_tools.compose, m_tools.engine, m_tools.log, m_tools.source, m_tools.clock, m_tools.engineIsHere});
    const bool back = m_options.request.what == DeploymentRequest::What::rollBack;
    const bool removes = m_options.request.removesOrphans;
    // Not as a choice within the co_await: GCC 12 takes both ways.
    const QFuture<Result<revision::Forecast>> asked =
        back ? forecaster.rollBack(m_options.target, removes) : forecaster.apply(removes);
    const Result<revision::Forecast> seen = co_await asked;
    if (!self)
        co_return;
    if (!seen)
        co_return end(seen.error());
    tell(*seen);
    if (!seen->errors.unasked.isEmpty())
        m_terminal.say(u"this machine was not looked at: "_s + inertWords(seen->errors.unasked));
    if (stopsFor(seen->errors.found))
        co_return;
    const bool agreed = co_await this->agreed(seen->survey.plan);
    if (!self || !agreed)
        co_return;
    co_await deploy();
}

// Whether to go on.
QCoro::Task<bool> DeployJob::finishWhatWasInterrupted()
{
    const QPointer<DeployJob> self(this);
    const auto noted = co_await m_tools.keeper.noted();
    if (!self)
        co_return false;
    if (!noted) {
        end(noted.error());
        co_return false;
    }
    if (!*noted)
        co_return true;
    m_terminal.say(u"finishing a deployment that was interrupted"_s);
    DeploymentRequest request = m_options.request;
    request.what = DeploymentRequest::What::resume;
    begin(request);
    const Result<model::Verdict> verdict = co_await m_job->run();
    if (!self)
        co_return false;
    tellProgress();
    if (verdict) {
        m_terminal.say(inertWords(m_job->record().progress().summary));
    } else if (verdict.error().kind == base::ErrorKind::conflict) {
        // Files were changed since: what lies there now is what counts.
        complainOf(m_terminal, verdict.error());
    } else {
        end(verdict.error());
        co_return false;
    }
    m_job.reset();
    m_lines = {};
    co_return !m_cancelled;
}

void DeployJob::tell(const revision::Forecast &seen)
{
    if (seen.target) {
        m_options.request.target = seen.target->id;
        m_terminal.say(inertWords(revisionText(*seen.target)));
        for (const model::FileChange &change : seen.files)
            m_terminal.say(inertWords(
                u"file      %1 (+%2 -%3)"_s.arg(change.path.text()).arg(change.linesAdded).arg(change.linesRemoved)));
    }
    tellMissing(m_terminal, seen.input.missingSecrets);
}

// Compose takes many a file that cannot come up: it would find out with half of the services replaced.
bool DeployJob::stopsFor(const QList<model::Diagnostic> &errors)
{
    for (const model::Diagnostic &error : errors)
        m_terminal.complain(inertText(diagnosticText(error).trimmed()));
    if (errors.isEmpty() || m_options.despiteErrors)
        return false;
    m_terminal.complain(u"nothing was changed: mend that, or say --despite-errors"_s);
    Q_EMIT finished(ExitCode::data);
    return true;
}

QCoro::Task<bool> DeployJob::agreed(model::Plan plan)
{
    const QPointer<DeployJob> self(this);
    sayLines(m_terminal, revision::planToText(plan));
    // Images that are fetched anew may make something to do.
    const bool nothing = plan.nothingToDo() && plan.images.isEmpty();
    if (m_options.yes || (nothing && m_options.request.what == DeploymentRequest::What::apply))
        co_return true;
    if (!StandardInput::isTerminal()) {
        m_terminal.complain(u"nothing is done unasked: say --yes"_s);
        Q_EMIT finished(ExitCode::usage);
        co_return false;
    }
    m_terminal.ask(u"Go on? [y/N] "_s);
    const auto answer = co_await m_input.read(StandardInput::Until::line, longestAnswer);
    if (!self)
        co_return false;
    const QByteArray word = answer ? answer->trimmed().toLower() : QByteArray();
    if (word == "y" || word == "yes")
        co_return true;
    m_terminal.say(u"nothing was changed"_s);
    Q_EMIT finished(ExitCode::failed);
    co_return false;
}

void DeployJob::begin(const DeploymentRequest &request)
{
    m_job = std::make_unique<revision::DeploymentJob>(
        revision::DeploymentJob::Surroundings{m_tools.compose, m_tools.engine, m_tools.log, m_tools.keeper,
                                              m_tools.source, m_tools.clock},
        request);
    connect(&m_job->record(), &revision::DeploymentRecord::changed, this, &DeployJob::tellProgress);
}

QCoro::Task<> DeployJob::deploy()
{
    const QPointer<DeployJob> self(this);
    begin(m_options.request);
    const Result<model::Verdict> verdict = co_await m_job->run();
    if (self)
        conclude(verdict);
}

void DeployJob::tellProgress()
{
    const QStringList lines = m_lines.take(m_job->record().progress());
    for (const QString &line : lines)
        m_terminal.say(inertText(line));
}

void DeployJob::conclude(const Result<model::Verdict> &verdict)
{
    tellProgress();
    if (!verdict)
        return end(verdict.error());
    const model::DeploymentProgress &progress = m_job->record().progress();
    if (m_options.json && !m_terminal.print(inertJson(QJsonDocument(deploymentJson(progress)))))
        return Q_EMIT finished(m_terminal.exitCode());
    for (const model::ServiceFailure &failure : progress.failures) {
        const QStringList lines = failureText(failure).split(u'\n');
        for (const QString &line : lines)
            m_terminal.complain(inertText(line));
    }
    const bool good = *verdict == model::Verdict::healthy;
    const QString words = inertWords(progress.summary);
    if (good)
        m_terminal.say(words);
    else
        m_terminal.complain(words);
    Q_EMIT finished(good ? ExitCode::ok : ExitCode::failed);
}

bool DeployJob::cancels()
{
    if (!m_job)
        return false;
    m_terminal.complain(
        u"stopping; what was changed is put back (once more ends at once, and leaves it to the next run)"_s);
    m_cancelled = true;
    m_job->cancel();
    return true;
}

void DeployJob::interrupted()
{
    if (m_job)
        m_terminal.complain(u"interrupted; the next apply finishes what was begun"_s);
}

} // namespace mediahelm::app
