// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/deployment_record.h"

#include <algorithm>
#include <chrono>

namespace mediahelm::revision {

using model::DeploymentStage;
using model::ServiceProgress;
using model::StageState;

DeploymentRecord::DeploymentRecord(const base::Clock &clock, const QString &purpose)
    : m_clock(clock)
{
    m_progress.purpose = purpose;
    m_progress.startedAt = clock.utcNow();
    m_tell.setSingleShot(true);
    m_tell.setInterval(std::chrono::milliseconds(80));
    connect(&m_tell, &QTimer::timeout, this, &DeploymentRecord::changed);
}

void DeploymentRecord::tell()
{
    if (!m_tell.isActive())
        m_tell.start();
}

model::StageProgress *DeploymentRecord::find(DeploymentStage stage)
{
    const auto found = std::ranges::find(m_progress.stages, stage, &model::StageProgress::stage);
    return found == m_progress.stages.end() ? nullptr : &*found;
}

void DeploymentRecord::addStages(const QList<DeploymentStage> &stages)
{
    for (const DeploymentStage stage : stages)
        m_progress.stages.append({stage, StageState::waiting, {}, {}});
    tell();
}

void DeploymentRecord::begin(DeploymentStage stage)
{
    if (const model::StageProgress *running = m_progress.current())
        end(running->stage, StageState::done);
    if (model::StageProgress *found = find(stage)) {
        found->state = StageState::running;
        found->startedAt = m_clock.utcNow();
    }
    tell();
}

void DeploymentRecord::end(DeploymentStage stage, StageState state)
{
    if (model::StageProgress *found = find(stage)) {
        found->state = state;
        found->finishedAt = m_clock.utcNow();
    }
    tell();
}

bool DeploymentRecord::isRunning(DeploymentStage stage) const
{
    const model::StageProgress *running = m_progress.current();
    return running && running->stage == stage;
}

void DeploymentRecord::setPlan(const model::Plan &plan)
{
    m_progress.plan = plan;
    for (const model::ServicePlan &service : plan.services) {
        for (const model::ContainerStep &step : service.containers)
            m_serviceOf.insert(step.name, service.service);
    }
    tell();
}

void DeploymentRecord::setService(const ServiceProgress &service)
{
    const auto found = std::ranges::find(m_progress.services, service.service, &ServiceProgress::service);
    if (found == m_progress.services.end())
        m_progress.services.append(service);
    else
        *found = service;
    tell();
}

void DeploymentRecord::setServices(const QStringList &services, ServiceProgress::State state)
{
    for (const QString &service : services)
        setService({service, state, {}, m_clock.utcNow()});
}

void DeploymentRecord::setFailures(const QList<model::ServiceFailure> &failures)
{
    m_progress.failures = failures;
    for (const model::ServiceFailure &failure : failures) {
        if (!failure.service.isEmpty())
            setService({failure.service, ServiceProgress::State::failed, failure.reason, m_clock.utcNow()});
    }
    tell();
}

void DeploymentRecord::log(const QString &line)
{
    m_progress.log.append(line);
    if (m_progress.log.size() > model::DeploymentProgress::mostLogLines)
        m_progress.log.removeFirst();
    tell();
}

void DeploymentRecord::takeCompose(const ComposeProgress &step)
{
    switch (step.kind) {
    case ComposeProgress::Kind::image: return takeImage(step);
    case ComposeProgress::Kind::layer: return takeLayer(step);
    case ComposeProgress::Kind::container: return takeContainer(step);
    case ComposeProgress::Kind::network:
    case ComposeProgress::Kind::volume:
    case ComposeProgress::Kind::other: break;
    }
}

model::ImageProgress &DeploymentRecord::image(const QString &name)
{
    const auto found = std::ranges::find(m_progress.images, name, &model::ImageProgress::name);
    if (found != m_progress.images.end())
        return *found;
    m_progress.images.append(model::ImageProgress{name, {}, {}, false, false});
    return m_progress.images.last();
}

void DeploymentRecord::takeImage(const ComposeProgress &step)
{
    model::ImageProgress &pulled = image(step.name);
    pulled.status = step.detail.isEmpty() ? step.status : step.status + u' ' + step.detail;
    pulled.done = step.done();
    pulled.failed = step.failed;
    tell();
}

void DeploymentRecord::takeLayer(const ComposeProgress &step)
{
    // Before version 2.29 Compose does not say whose a layer is.
    const bool onlyOne = step.parent.isEmpty() && m_progress.images.size() == 1;
    model::ImageProgress &pulled = onlyOne ? m_progress.images.first() : image(step.parent);
    auto found = std::ranges::find(pulled.layers, step.name, &model::LayerProgress::id);
    if (found == pulled.layers.end()) {
        pulled.layers.append(model::LayerProgress{step.name, {}, 0, 0, false});
        found = std::prev(pulled.layers.end());
    }
    found->status = step.status;
    found->done = step.done();
    if (step.total > 0) { // its last steps tell no bytes
        found->current = step.current;
        found->total = step.total;
    } else if (found->done) {
        found->current = found->total;
    }
    if (pulled.name.isEmpty())
        pulled.done = std::ranges::all_of(pulled.layers, &model::LayerProgress::done);
    tell();
}

void DeploymentRecord::takeContainer(const ComposeProgress &step)
{
    const bool starting = step.status == QStringLiteral("Starting") || step.status == QStringLiteral("Started")
        || step.status == QStringLiteral("Waiting") || step.status == QStringLiteral("Healthy");
    if (starting && isRunning(DeploymentStage::create))
        begin(DeploymentStage::start);
    const bool creating =
        step.status.startsWith(QStringLiteral("Creat")) || step.status.startsWith(QStringLiteral("Recreate"));
    const QString service = m_serviceOf.value(step.name);
    if (service.isEmpty() || !(starting || creating || step.failed))
        return;
    setService({service,
                step.failed    ? ServiceProgress::State::failed
                    : starting ? ServiceProgress::State::starting
                               : ServiceProgress::State::creating,
                step.detail, m_clock.utcNow()});
}

void DeploymentRecord::finish(std::optional<model::Verdict> verdict, const QString &summary)
{
    for (model::StageProgress &stage : m_progress.stages) {
        if (stage.state == StageState::waiting)
            stage.state = StageState::skipped;
        else if (stage.state == StageState::running)
            end(stage.stage, verdict ? StageState::done : StageState::failed);
    }
    m_progress.verdict = verdict;
    m_progress.summary = summary;
    m_progress.finishedAt = m_clock.utcNow();
    m_tell.stop();
    Q_EMIT changed();
}

} // namespace mediahelm::revision
