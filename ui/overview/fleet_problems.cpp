// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/fleet_problems.h"

#include "ui/style/format.h"
#include "ui/style/service_look.h"

#include <QCoreApplication>

#include <algorithm>

namespace mediahelm::ui {

using model::Container;
using model::ContainerState;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FleetProblems)
};

constexpr qsizetype mostOutput = 400;

bool hostIsProblem(const control::HostStatus &status)
{
    using model::ConnectionPhase;
    const model::ConnectionState &state = status.connection;
    const bool underWay = state.phase == ConnectionPhase::connecting;
    return state.phase != ConnectionPhase::connected && !underWay
        && state.problem != model::ConnectionProblem::disconnectedByUser;
}

// One that restarts over and over keeps its place in the moments in which it runs.
int urgency(const Container &container, const QDateTime &now)
{
    const int shown = urgencyOf(lookOf(container));
    return restartsOverAndOver(container, now) ? std::min(shown, urgencyOf(ServiceLook::restarting)) : shown;
}

QString whatIsWrong(const Container &container, const std::optional<int> &lastExitCode, const QDateTime &now)
{
    const std::optional<int> code = container.exitCode ? container.exitCode : lastExitCode;
    if (container.state == ContainerState::running && container.health == model::Health::unhealthy)
        return Text::tr("Runs, but its health check fails");
    if (restartsOverAndOver(container, now)) {
        const QString times = Text::tr("Restarts over and over, %n times so far", nullptr, container.restarts);
        return code ? Text::tr("%1, last ended with code %2").arg(times).arg(*code) : times;
    }
    if (container.oomKilled)
        return Text::tr("Ended for lack of memory (code %1)").arg(container.exitCode.value_or(137));
    if (container.state == ContainerState::restarting)
        return code ? Text::tr("Ended with code %1 and is being restarted").arg(*code)
                    : Text::tr("Ended and is being restarted");
    return container.exitCode ? Text::tr("Ended with code %1").arg(*container.exitCode) : stateText(container);
}

} // namespace

QList<FleetProblem> fleetProblems(const control::Fleet &fleet, const std::optional<base::HostId> &scope,
                                  const QDateTime &now)
{
    QList<FleetProblem> hosts;
    QList<FleetProblem> services;
    const QList<control::HostStatus> all = fleet.hosts();
    for (const control::HostStatus &status : all) {
        const base::HostId id = status.profile.id;
        if (scope && *scope != id)
            continue;
        if (hostIsProblem(status))
            hosts.append({id, std::nullopt});
        if (status.connection.stale())
            continue;
        const QList<Container> containers = fleet.containers(id);
        for (const Container &container : containers) {
            if (needsAttention(container, now))
                services.append({id, container});
        }
    }
    std::stable_sort(services.begin(), services.end(), [&now](const FleetProblem &a, const FleetProblem &b) {
        const int urgencyA = urgency(*a.service, now);
        const int urgencyB = urgency(*b.service, now);
        return urgencyA != urgencyB ? urgencyA < urgencyB : a.service->displayName() < b.service->displayName();
    });
    return hosts + services;
}

QString troubleText(const Container &container, const QDateTime &now, const std::optional<int> &lastExitCode)
{
    QStringList parts{whatIsWrong(container, lastExitCode, now)};
    const bool up = container.state == ContainerState::running;
    const QDateTime at = up ? container.startedAt : container.finishedAt;
    if (at.isValid())
        parts.append(up ? Text::tr("started %1").arg(formatAge(at, now)) : formatAge(at, now));
    if (container.restarts > 0 && !restartsOverAndOver(container, now))
        parts.append(Text::tr("%n restarts by the engine", nullptr, container.restarts));
    return parts.join(QStringLiteral(" · "));
}

QString lastFailedProbe(const model::ContainerDetail &detail)
{
    if (!detail.healthCheck)
        return {};
    const QList<model::HealthProbe> &log = detail.healthCheck->log;
    for (auto it = log.crbegin(); it != log.crend(); ++it) {
        if (it->exitCode == 0)
            continue;
        const QString output = it->output.trimmed();
        return output.size() > mostOutput ? output.left(mostOutput) + QStringLiteral("…") : output;
    }
    return {};
}

} // namespace mediahelm::ui
