// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/health_gate.h"

#include <algorithm>

namespace mediahelm::revision {

using base::ContainerId;
using base::Result;
using model::ServiceProgress;
using State = HealthJudgement::State;

namespace {

ServiceProgress::State stateOf(const HealthJudgement &judgement)
{
    switch (judgement.state) {
    case State::starting: return ServiceProgress::State::stillStarting;
    case State::good: return ServiceProgress::State::healthy;
    case State::completed: return ServiceProgress::State::completed;
    case State::failed: break;
    }
    return ServiceProgress::State::failed;
}

// The one that a service shows: failed before still starting before completed before healthy.
int weight(ServiceProgress::State state)
{
    switch (state) {
    case ServiceProgress::State::failed: return 3;
    case ServiceProgress::State::healthy: return 0;
    case ServiceProgress::State::completed: return 1;
    default: return 2;
    }
}

} // namespace

HealthGate::HealthGate(engine::EngineClient &engine, const base::Clock &clock, GateRequest request)
    : m_engine(engine)
    , m_clock(clock)
    , m_request(std::move(request))
{
    m_next.setSingleShot(true);
    m_next.setInterval(m_request.interval);
    connect(&m_next, &QTimer::timeout, this, &HealthGate::look);
}

QFuture<Result<GateOutcome>> HealthGate::wait()
{
    QFuture<Result<GateOutcome>> future = m_pending.future();
    m_begun = m_clock.monotonic();
    m_patience = m_request.expectation.patience;
    QMetaObject::invokeMethod(this, &HealthGate::look, Qt::QueuedConnection);
    return future;
}

void HealthGate::look()
{
    if (m_request.services.isEmpty())
        return finish();
    m_seen.clear();
    m_engine.projectContainers(m_request.project).then(this, [this](const Result<QList<ContainerId>> &ids) {
        takeContainers(ids);
    });
}

void HealthGate::takeContainers(const Result<QList<ContainerId>> &ids)
{
    if (!ids)
        return giveUpOn(ids.error());
    inspectNext(std::make_shared<QList<ContainerId>>(*ids));
}

// One after the other: a round of fifty takes some 50 ms, and leaves the engine's other callers room.
void HealthGate::inspectNext(const std::shared_ptr<QList<ContainerId>> &left)
{
    while (!left->isEmpty()) {
        const auto known = m_watched.find(left->constFirst().text());
        const bool decided = known != m_watched.end() && known->second.judgement.decided();
        // One that came up may still end while others are waited for.
        if (!decided || known->second.judgement.state == State::good)
            break;
        m_seen.insert(left->constFirst().text());
        left->removeFirst();
    }
    if (left->isEmpty())
        return roundDone();
    const ContainerId id = left->takeFirst();
    m_engine.inspect(id).then(this, [this, left](const Result<model::ContainerDetail> &detail) {
        if (detail)
            takeDetail(*detail);
        else if (detail.error().kind != base::ErrorKind::notFound) // else it went meanwhile
            return giveUpOn(detail.error());
        inspectNext(left);
    });
}

void HealthGate::takeDetail(const model::ContainerDetail &detail)
{
    const model::Container &container = detail.container;
    if (!m_request.services.contains(container.service))
        return;
    const QString id = container.id.text();
    m_seen.insert(id);
    auto found = m_watched.find(id);
    if (found == m_watched.end()) {
        HealthExpectation expectation = m_request.expectation;
        if (detail.healthCheck)
            expectation.patience = std::max(expectation.patience,
                                            HealthJudge::longestStart(*detail.healthCheck) + std::chrono::seconds(30));
        m_patience = std::max(m_patience, expectation.patience);
        found = m_watched
                    .emplace(id,
                             Watched{container.id, container.name.text(), container.service, HealthJudge(expectation),
                                     HealthJudgement()})
                    .first;
    }
    Watched &watched = found->second;
    const bool wasGood = watched.judgement.state == State::good;
    const bool running = container.state == model::ContainerState::running;
    if (wasGood && (!running || container.health == model::Health::unhealthy)) {
        // It had come up and did not stay: judged anew.
        watched.judge = HealthJudge(m_request.expectation);
        watched.judgement = {};
    }
    watched.judgement = watched.judge.look(detail, m_clock.monotonic());
}

void HealthGate::roundDone()
{
    // What Compose has replaced meanwhile is nobody's.
    std::erase_if(m_watched, [this](const auto &entry) { return !m_seen.contains(entry.first); });
    tell();
    const bool failed =
        std::ranges::any_of(m_watched, [](const auto &entry) { return entry.second.judgement.state == State::failed; });
    const bool allUp = std::ranges::all_of(m_request.services, [this](const QString &service) {
        const ServiceProgress progress = progressOf(service);
        return progress.state == ServiceProgress::State::healthy || progress.state == ServiceProgress::State::completed;
    });
    if (failed || allUp || m_request.once || isOutOfPatience())
        return finish();
    m_next.start();
}

void HealthGate::giveUpOn(const base::Error &error)
{
    if (error.kind == base::ErrorKind::cancelled || m_request.once || isOutOfPatience())
        return m_pending.finish(error);
    m_next.start();
}

bool HealthGate::isOutOfPatience() const
{
    return m_clock.monotonic() - m_begun >= m_patience;
}

ServiceProgress HealthGate::progressOf(const QString &service) const
{
    ServiceProgress progress{service, ServiceProgress::State::healthy, {}, {}};
    int count = 0;
    for (const auto &[id, watched] : m_watched) {
        if (watched.service != service)
            continue;
        ++count;
        const ServiceProgress::State state = stateOf(watched.judgement);
        if (count == 1 || weight(state) > weight(progress.state)) {
            progress.state = state;
            progress.detail = watched.judgement.reason;
        }
    }
    if (count < m_request.scale.value(service, 1) && progress.state != ServiceProgress::State::failed) {
        progress.state = ServiceProgress::State::stillStarting;
        progress.detail = count == 0 ? QStringLiteral("has no container") : QStringLiteral("lacks a container");
    }
    return progress;
}

void HealthGate::tell()
{
    for (const QString &service : std::as_const(m_request.services)) {
        ServiceProgress progress = progressOf(service);
        const ServiceProgress &before = m_told[service];
        if (before.service == service && before.state == progress.state && before.detail == progress.detail)
            continue;
        progress.since = before.state == progress.state && before.since.isValid() ? before.since : m_clock.utcNow();
        m_told.insert(service, progress);
        Q_EMIT serviceChanged(progress);
    }
}

void HealthGate::finish()
{
    GateOutcome outcome;
    for (const QString &service : std::as_const(m_request.services)) {
        const ServiceProgress progress = m_told.value(service, progressOf(service));
        outcome.services.append(progress);
        const bool up =
            progress.state == ServiceProgress::State::healthy || progress.state == ServiceProgress::State::completed;
        if (up)
            continue;
        bool told = false;
        for (const auto &[id, watched] : m_watched) {
            if (watched.service == service && watched.judgement.state == State::failed) {
                outcome.failures.append({service, watched.name, watched.judgement.reason, {}, {}});
                told = true;
            }
        }
        // Where one has failed the others are merely not up yet.
        if (!told && isOutOfPatience())
            outcome.failures.append({service, {}, progress.detail, {}, {}});
    }
    m_pending.finish(std::move(outcome));
}

} // namespace mediahelm::revision
