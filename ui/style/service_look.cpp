// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/service_look.h"

#include <QCoreApplication>

#include <array>

namespace mediahelm::ui {

using model::Container;
using model::ContainerState;
using model::Health;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceLook)
};

constexpr int manyRestarts = 3;
constexpr qint64 steadyAfterSeconds = 600;

struct Row {
    const char *name;
    Tone tone;
    int urgency;
};

constexpr std::array<Row, serviceLookCount> rows{
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Running"), Tone::good, 6},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Healthy"), Tone::good, 7},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Unhealthy"), Tone::bad, 0},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Starting"), Tone::info, 4},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Restarting"), Tone::warning, 2},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Paused"), Tone::neutral, 5},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Exited"), Tone::neutral, 8},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Failed"), Tone::bad, 1},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Dead"), Tone::bad, 1},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Created"), Tone::neutral, 9},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Removing"), Tone::warning, 3},
    Row{QT_TRANSLATE_NOOP("ServiceLook", "Unknown"), Tone::neutral, 10},
};

const Row &row(ServiceLook look)
{
    return rows.at(static_cast<std::size_t>(look));
}

ServiceLook runningLook(Health health)
{
    switch (health) {
    case Health::none: return ServiceLook::running;
    case Health::starting: return ServiceLook::starting;
    case Health::healthy: return ServiceLook::healthy;
    case Health::unhealthy: return ServiceLook::unhealthy;
    }
    return ServiceLook::running;
}

} // namespace

ServiceLook lookOf(const Container &container)
{
    switch (container.state) {
    case ContainerState::created: return ServiceLook::created;
    case ContainerState::running: return runningLook(container.health);
    case ContainerState::paused: return ServiceLook::paused;
    case ContainerState::restarting: return ServiceLook::restarting;
    case ContainerState::removing: return ServiceLook::removing;
    case ContainerState::exited:
        return container.exitCode.value_or(0) != 0 || container.oomKilled ? ServiceLook::failed : ServiceLook::exited;
    case ContainerState::dead: return ServiceLook::dead;
    case ContainerState::unknown: return ServiceLook::unknown;
    }
    return ServiceLook::unknown;
}

Tone toneOf(ServiceLook look)
{
    return row(look).tone;
}

int urgencyOf(ServiceLook look)
{
    return row(look).urgency;
}

bool isTrouble(ServiceLook look)
{
    return urgencyOf(look) <= 2;
}

bool restartsOverAndOver(const Container &container, const QDateTime &now)
{
    const bool alive = container.state == ContainerState::running || container.state == ContainerState::restarting;
    return alive && container.restarts >= manyRestarts && container.startedAt.isValid()
        && container.startedAt.secsTo(now) < steadyAfterSeconds;
}

bool needsAttention(const Container &container, const QDateTime &now)
{
    return isTrouble(lookOf(container)) || restartsOverAndOver(container, now);
}

QDateTime attentionEnds(const Container &container, const QDateTime &now)
{
    if (isTrouble(lookOf(container)) || !restartsOverAndOver(container, now))
        return {};
    return container.startedAt.addSecs(steadyAfterSeconds);
}

QString lookName(ServiceLook look)
{
    return Text::tr(row(look).name);
}

QString lookCount(ServiceLook look, int count)
{
    switch (look) {
    case ServiceLook::running: return Text::tr("%n running", nullptr, count);
    case ServiceLook::healthy: return Text::tr("%n healthy", nullptr, count);
    case ServiceLook::unhealthy: return Text::tr("%n unhealthy", nullptr, count);
    case ServiceLook::starting: return Text::tr("%n starting", nullptr, count);
    case ServiceLook::restarting: return Text::tr("%n restarting", nullptr, count);
    case ServiceLook::paused: return Text::tr("%n paused", nullptr, count);
    case ServiceLook::exited: return Text::tr("%n exited", nullptr, count);
    case ServiceLook::failed: return Text::tr("%n failed", nullptr, count);
    case ServiceLook::dead: return Text::tr("%n dead", nullptr, count);
    case ServiceLook::created: return Text::tr("%n created", nullptr, count);
    case ServiceLook::removing: return Text::tr("%n removing", nullptr, count);
    case ServiceLook::unknown: return Text::tr("%n unknown", nullptr, count);
    }
    return {};
}

QString stateText(const Container &container)
{
    const ServiceLook look = lookOf(container);
    const bool ended = look == ServiceLook::exited || look == ServiceLook::failed;
    if (ended && container.oomKilled)
        return Text::tr("Out of memory (%1)", "exit code").arg(container.exitCode.value_or(137));
    if (ended && container.exitCode)
        return Text::tr("Exited (%1)", "exit code").arg(*container.exitCode);
    if (look == ServiceLook::restarting && container.exitCode)
        return Text::tr("Restarting (%1)", "exit code").arg(*container.exitCode);
    return lookName(look);
}

} // namespace mediahelm::ui
