// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/deployment/local_workspace_deployments.h"

#include "core/base/steps.h"
#include "core/revision/input/local_author.h"
#include "core/transport/local_endpoint.h"

#include <QLoggingCategory>
#include <QPointer>

#include <utility>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using revision::DeploymentRequest;

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.deployment")

base::Result<model::EngineAddress> engineAddress()
{
    return transport::findLocalEngine(transport::LocalEnvironment::current());
}

DeploymentRequest::What whatOf(DeploymentOrder::What what)
{
    switch (what) {
    case DeploymentOrder::What::apply: return DeploymentRequest::What::apply;
    case DeploymentOrder::What::rollBack: return DeploymentRequest::What::rollBack;
    case DeploymentOrder::What::resume: break;
    }
    return DeploymentRequest::What::resume;
}

DeploymentRequest requestOf(const DeploymentOrder &order)
{
    DeploymentRequest request;
    request.what = whatOf(order.what);
    request.target = order.target;
    request.author = revision::localAuthor();
    request.message = order.message.simplified();
    if (request.message.isEmpty())
        request.message = order.target ? u"Roll back to %1"_s.arg(shortId(*order.target)) : u"Apply"_s;
    request.goesBack = order.goesBack;
    request.removesOrphans = order.orphans == Orphans::remove;
    return request;
}

// No aggregate is made within a co_await: GCC 12 destroys it twice.
DeploymentPreview previewOf(const revision::Forecast &seen)
{
    return {seen.survey.plan,
            seen.files,
            seen.target,
            seen.input.missingSecrets,
            seen.input.command.line({u"up"_s, u"-d"_s}),
            seen.errors.found,
            seen.errors.unasked};
}

std::optional<InterruptedDeployment> interruptedOf(const std::optional<revision::DeploymentNote> &note)
{
    if (!note)
        return std::nullopt;
    return InterruptedDeployment{note->phase == revision::DeploymentNote::Phase::rollingBack, note->revision,
                                 note->services};
}

} // namespace

LocalWorkspaceDeployments::Preview::Preview(const model::EngineAddress &address, LocalWorkspaceDeployments &deployments)
    : engine(address)
    , forecaster(
          {engine.compose, engine.client, deployments.m_log, deployments.m_source, deployments.m_clock, engine.isHere})
{
}

LocalWorkspaceDeployments::Weighing::Weighing(const model::EngineAddress &address)
    : engine(address)
    , sizes(engine.client)
{
}

LocalWorkspaceDeployments::LocalWorkspaceDeployments(const QString &folder, const QMap<QString, QString> &process,
                                                     secrets::SecretStore &store, const base::Clock &clock)
    : m_folder(folder)
    , m_clock(clock)
    , m_log(folder, u"the Mediahelm window"_s, clock)
    , m_source(folder, process, store)
    , m_desk(m_log, m_log, m_source)
{
}

LocalWorkspaceDeployments::~LocalWorkspaceDeployments() = default;

void LocalWorkspaceDeployments::open()
{
    openSteps();
}

QCoro::Task<> LocalWorkspaceDeployments::openSteps()
{
    const QPointer<LocalWorkspaceDeployments> self(this);
    const auto recovered = co_await m_log.recover();
    if (!self)
        co_return;
    if (!recovered) {
        qCWarning(log, "what was being restored is not finished: %ls", qUtf16Printable(recovered.error().message));
        co_return;
    }
    co_await finishWhatWasInterrupted();
    if (!self)
        co_return;
    const Result<bool> kept = co_await m_desk.keepExternalChanges();
    if (self && !kept)
        qCWarning(log, "changes found on the disk are not kept as a revision: %ls",
                  qUtf16Printable(kept.error().message));
}

// B16: the end of a program in the middle of a deployment is made good at its next start. What another process has
// under way is that one's.
QCoro::Task<> LocalWorkspaceDeployments::finishWhatWasInterrupted()
{
    const QPointer<LocalWorkspaceDeployments> self(this);
    const Result<std::optional<revision::DeploymentNote>> noted = co_await m_log.noted();
    if (!self || !noted || !*noted)
        co_return;
    const base::Status held = co_await m_log.hold(u"finishing what was interrupted"_s);
    if (!self || !held)
        co_return;
    const base::Status free = co_await m_log.letGo();
    if (!self || !free || m_running)
        co_return;
    DeploymentOrder order;
    order.what = DeploymentOrder::What::resume;
    if (const base::Status begun = start(order); !begun)
        qCWarning(log, "what was interrupted is not finished: %ls", qUtf16Printable(begun.error().message));
}

QFuture<Result<DeploymentPreview>> LocalWorkspaceDeployments::preview(const std::optional<model::RevisionId> &backTo,
                                                                      Orphans orphans)
{
    return base::futureOf<DeploymentPreview>(previewSteps(backTo, orphans));
}

QCoro::Task<Result<DeploymentPreview>> LocalWorkspaceDeployments::previewSteps(std::optional<model::RevisionId> backTo,
                                                                               Orphans orphans)
{
    const QPointer<LocalWorkspaceDeployments> self(this);
    const int number = ++m_previews;
    m_preview.reset();
    const auto address = engineAddress();
    if (!address)
        co_return address.error();
    m_preview = std::make_unique<Preview>(*address, *this);
    const auto spoken = co_await m_preview->engine.client.negotiate();
    if (!self || m_previews != number)
        co_return base::abandoned();
    if (!spoken)
        co_return spoken.error();
    const bool removes = orphans == Orphans::remove;
    // Not as a choice within the co_await: GCC 12 takes both ways.
    const QFuture<Result<revision::Forecast>> asked =
        backTo ? m_preview->forecaster.rollBack(backTo->text(), removes) : m_preview->forecaster.apply(removes);
    const Result<revision::Forecast> seen = co_await asked;
    if (!self || m_previews != number)
        co_return base::abandoned();
    m_preview.reset();
    if (!seen)
        co_return seen.error();
    co_return previewOf(*seen);
}

QFuture<Result<QMap<QString, qint64>>> LocalWorkspaceDeployments::downloadSizes(const QStringList &images)
{
    return base::futureOf<QMap<QString, qint64>>(sizeSteps(images));
}

QCoro::Task<Result<QMap<QString, qint64>>> LocalWorkspaceDeployments::sizeSteps(QStringList images)
{
    const QPointer<LocalWorkspaceDeployments> self(this);
    const int asked = ++m_weighings;
    m_weighing.reset();
    const auto address = engineAddress();
    if (!address)
        co_return address.error();
    m_weighing = std::make_unique<Weighing>(*address);
    const auto spoken = co_await m_weighing->engine.client.negotiate();
    if (!self || m_weighings != asked)
        co_return base::abandoned();
    if (!spoken)
        co_return spoken.error();
    Result<QMap<QString, qint64>> sizes = co_await m_weighing->sizes.ask(images);
    if (!self || m_weighings != asked)
        co_return base::abandoned();
    m_weighing.reset();
    co_return sizes;
}

QFuture<Result<std::optional<InterruptedDeployment>>> LocalWorkspaceDeployments::interrupted()
{
    return m_log.noted().then(this, [](const Result<std::optional<revision::DeploymentNote>> &note) {
        return note ? Result<std::optional<InterruptedDeployment>>(interruptedOf(*note)) : note.error();
    });
}

base::Status LocalWorkspaceDeployments::start(const DeploymentOrder &order)
{
    if (m_running)
        return Error{ErrorKind::conflict, u"a deployment of this workspace is under way"_s, {}};
    const auto address = engineAddress();
    if (!address)
        return address.error();
    m_running = true;
    m_engine = std::make_unique<revision::LocalEngine>(*address);
    m_job = std::make_unique<revision::DeploymentJob>(
        revision::DeploymentJob::Surroundings{m_engine->compose, m_engine->client, m_log, m_log, m_source, m_clock},
        requestOf(order));
    connect(&m_job->record(), &revision::DeploymentRecord::changed, this, &LocalWorkspaceDeployments::takeProgress);
    takeProgress();
    deploy();
    return {};
}

QCoro::Task<> LocalWorkspaceDeployments::deploy()
{
    const QPointer<LocalWorkspaceDeployments> self(this);
    const auto spoken = co_await m_engine->client.negotiate();
    if (!self)
        co_return;
    if (!spoken)
        co_return end(spoken.error());
    const Result<model::Verdict> verdict = co_await m_job->run();
    if (self)
        end(verdict ? std::nullopt : std::optional(verdict.error()));
}

void LocalWorkspaceDeployments::takeProgress()
{
    m_progress = m_job->record().progress();
    Q_EMIT progressed();
}

void LocalWorkspaceDeployments::end(const std::optional<Error> &error)
{
    if (error && !m_job->record().progress().finished())
        m_job->record().finish(std::nullopt, error->message);
    m_job->record().disconnect(this);
    m_progress = m_job->record().progress();
    m_job.reset();
    m_engine.reset();
    m_running = false;
    Q_EMIT ended();
    m_desk.tell();
}

void LocalWorkspaceDeployments::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace mediahelm::control
