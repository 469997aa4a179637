// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/health_judge.h"

namespace mediahelm::revision {

using std::chrono::milliseconds;
using State = HealthJudgement::State;

namespace {

HealthJudgement failed(const QString &reason)
{
    return {State::failed, reason};
}

bool hasCheck(const model::ContainerDetail &detail)
{
    return detail.container.health != model::Health::none
        || (detail.healthCheck && !detail.healthCheck->test.isEmpty()
            && detail.healthCheck->test.front() != QStringLiteral("NONE"));
}

QString seconds(milliseconds duration)
{
    return QStringLiteral("%1 s").arg(duration.count() / 1000);
}

// The engine starts it anew after it has ended.
bool isRestarted(const model::ContainerDetail &detail)
{
    const QString &policy = detail.restartPolicy;
    return policy == QStringLiteral("always") || policy == QStringLiteral("unless-stopped")
        || (policy.startsWith(QStringLiteral("on-failure")) && detail.container.exitCode.value_or(0) != 0);
}

} // namespace

milliseconds HealthJudge::longestStart(const model::HealthCheck &check)
{
    return check.startPeriod + std::max(check.retries, 1) * (check.interval + check.timeout);
}

HealthJudgement HealthJudge::look(const model::ContainerDetail &detail, milliseconds now)
{
    if (m_decided.decided())
        return m_decided;
    if (!m_begun) {
        m_begun = true;
        m_since = now;
        m_restarts = detail.container.restarts;
    }
    HealthJudgement judgement = judge(detail, now);
    if (!judgement.decided() && now - m_since >= m_expectation.patience)
        judgement = failed(QStringLiteral("was not up after %1").arg(seconds(m_expectation.patience)));
    if (judgement.decided())
        m_decided = judgement;
    return judgement;
}

HealthJudgement HealthJudge::judge(const model::ContainerDetail &detail, milliseconds now)
{
    const model::Container &container = detail.container;
    if (const int restarts = container.restarts - m_restarts; restarts > m_expectation.mostRestarts)
        return failed(QStringLiteral("ends again and again: %1 restarts, the last time with exit code %2")
                          .arg(restarts)
                          .arg(container.exitCode.value_or(0)));
    switch (container.state) {
    case model::ContainerState::running: break;
    case model::ContainerState::exited: return judgeEnded(detail);
    case model::ContainerState::dead:
    case model::ContainerState::removing: return failed(QStringLiteral("is being removed"));
    case model::ContainerState::created:
        if (!detail.error.isEmpty())
            return failed(QStringLiteral("could not be started: %1").arg(detail.error));
        return {State::starting, QStringLiteral("is created and not started")};
    case model::ContainerState::paused: return failed(QStringLiteral("is paused"));
    case model::ContainerState::restarting:
    case model::ContainerState::unknown:
        m_running = milliseconds(-1);
        return {State::starting, QStringLiteral("is restarting")};
    }
    if (m_running < milliseconds(0) || container.startedAt != m_startedAt) {
        m_running = now;
        m_startedAt = container.startedAt;
    }
    if (hasCheck(detail)) {
        const int streak = detail.healthCheck ? detail.healthCheck->failingStreak : 0;
        const int retries = detail.healthCheck ? detail.healthCheck->retries : 0;
        switch (container.health) {
        case model::Health::healthy: return {State::good, {}};
        case model::Health::unhealthy:
            return failed(streak > 0 ? QStringLiteral("is unhealthy: its health check failed %1 times").arg(streak)
                                     : QStringLiteral("is unhealthy"));
        case model::Health::starting:
        case model::Health::none: break;
        }
        if (streak > 0)
            return {State::starting,
                    QStringLiteral("is starting: its health check failed %1 of %2 times").arg(streak).arg(retries)};
        return {State::starting, QStringLiteral("is starting: its health check has not decided")};
    }
    if (now - m_running >= m_expectation.settle)
        return {State::good, {}};
    return {State::starting, QStringLiteral("is running, for less than %1").arg(seconds(m_expectation.settle))};
}

HealthJudgement HealthJudge::judgeEnded(const model::ContainerDetail &detail) const
{
    const int code = detail.container.exitCode.value_or(0);
    if (detail.container.oomKilled)
        return failed(QStringLiteral("was killed for want of memory"));
    if (isRestarted(detail))
        return {State::starting, QStringLiteral("exited with %1 and is restarted").arg(code)};
    if (code == 0)
        return {State::completed, {}};
    return failed(QStringLiteral("exited with %1").arg(code));
}

} // namespace mediahelm::revision
