// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/container_events.h"

#include <algorithm>
#include <array>

namespace mediahelm::control {

using model::Container;
using model::ContainerState;
using model::EngineEvent;
using model::Health;

namespace {

struct Context {
    const EngineEvent &event;
    QDateTime at; // UTC
    bool healthChecked;
};

using Rule = EventEffect (*)(Container &, const Context &);

constexpr EventEffect nothing{false, false};
constexpr EventEffect lookAgain{false, true};
constexpr EventEffect changedAndMore{true, true};
constexpr EventEffect changedAll{true, false};

bool olderThanRun(const Container &container, const QDateTime &at)
{
    return container.startedAt.isValid() && at.isValid() && at < container.startedAt;
}

EventEffect started(Container &container, const Context &context)
{
    if (container.state == ContainerState::running || olderThanRun(container, context.at))
        return lookAgain;
    container.state = ContainerState::running;
    container.startedAt = context.at;
    container.exitCode.reset();
    container.oomKilled = false;
    container.health = context.healthChecked ? Health::starting : Health::none;
    return changedAndMore;
}

EventEffect died(Container &container, const Context &context)
{
    if (!container.running() || olderThanRun(container, context.at))
        return lookAgain;
    container.state = ContainerState::exited;
    container.health = Health::none;
    container.finishedAt = context.at;
    bool ok = false;
    const int code = context.event.attributes.value(QStringLiteral("exitCode")).toInt(&ok);
    container.exitCode = ok ? std::optional(code) : std::nullopt;
    return changedAndMore;
}

EventEffect pausedRule(Container &container, const Context &context)
{
    if (container.state != ContainerState::running || olderThanRun(container, context.at))
        return lookAgain;
    container.state = ContainerState::paused;
    return changedAll;
}

EventEffect unpausedRule(Container &container, const Context &context)
{
    if (container.state != ContainerState::paused || olderThanRun(container, context.at))
        return lookAgain;
    container.state = ContainerState::running;
    return changedAll;
}

EventEffect outOfMemory(Container &container, const Context &context)
{
    if (olderThanRun(container, context.at))
        return lookAgain;
    container.oomKilled = true;
    return changedAll;
}

EventEffect renamed(Container &container, const Context &context)
{
    const base::Result<base::ContainerName> name =
        base::ContainerName::parse(context.event.attributes.value(QStringLiteral("name")));
    if (!name)
        return lookAgain;
    container.name = *name;
    return changedAll;
}

// Docker says "health_status: healthy", Podman "health_status" with an attribute.
EventEffect healthChanged(Container &container, const Context &context)
{
    const QString &action = context.event.action;
    const auto colon = action.indexOf(QLatin1Char(':'));
    const QString name = colon < 0 ? context.event.attributes.value(QStringLiteral("health_status"))
                                   : action.sliced(colon + 1).trimmed();
    const Health health = model::healthFromName(name);
    if (health == Health::none || !container.running() || olderThanRun(container, context.at))
        return lookAgain;
    container.health = health;
    return changedAll;
}

EventEffect seen(Container &, const Context &)
{
    return lookAgain;
}

EventEffect ignored(Container &, const Context &)
{
    return nothing; // a signal alone changes nothing; a death is an event of its own
}

struct Row {
    QLatin1String action;
    Rule rule;
};

constexpr std::array rules{
    Row{QLatin1String("start"), started},    Row{QLatin1String("die"), died},
    Row{QLatin1String("pause"), pausedRule}, Row{QLatin1String("unpause"), unpausedRule},
    Row{QLatin1String("oom"), outOfMemory},  Row{QLatin1String("rename"), renamed},
    Row{QLatin1String("create"), seen},      Row{QLatin1String("stop"), seen},
    Row{QLatin1String("restart"), seen},     Row{QLatin1String("update"), seen},
    Row{QLatin1String("kill"), ignored},
};

} // namespace

bool isEndOfContainer(const EngineEvent &event)
{
    return event.action == QLatin1String("destroy") || event.action == QLatin1String("remove");
}

EventEffect applyTo(Container &container, const EngineEvent &event, bool healthChecked)
{
    constexpr qint64 nanoPerMilli = 1'000'000;
    const Context context{event, QDateTime::fromMSecsSinceEpoch(event.timeNano / nanoPerMilli, Qt::UTC), healthChecked};
    if (event.action.startsWith(QLatin1String("health_status")))
        return healthChanged(container, context);
    const auto *row =
        std::find_if(rules.begin(), rules.end(), [&event](const Row &r) { return event.action == r.action; });
    return row == rules.end() ? nothing : row->rule(container, context);
}

} // namespace mediahelm::control
