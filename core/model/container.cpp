// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/container.h"

#include <algorithm>
#include <array>

namespace mediahelm::model {

namespace {

struct StateName {
    ContainerState state;
    QStringView name;
};

constexpr std::array stateNames{
    StateName{ContainerState::created, u"created"},   StateName{ContainerState::running, u"running"},
    StateName{ContainerState::paused, u"paused"},     StateName{ContainerState::restarting, u"restarting"},
    StateName{ContainerState::removing, u"removing"}, StateName{ContainerState::exited, u"exited"},
    StateName{ContainerState::dead, u"dead"},         StateName{ContainerState::unknown, u"unknown"},
};

struct HealthName {
    Health health;
    QStringView name;
};

constexpr std::array healthNames{
    HealthName{Health::none, u"none"},
    HealthName{Health::starting, u"starting"},
    HealthName{Health::healthy, u"healthy"},
    HealthName{Health::unhealthy, u"unhealthy"},
};

} // namespace

QString containerStateName(ContainerState state)
{
    return stateNames.at(static_cast<std::size_t>(state)).name.toString();
}

ContainerState containerStateFromName(QStringView name)
{
    const auto *row =
        std::find_if(stateNames.begin(), stateNames.end(), [name](const StateName &r) { return r.name == name; });
    return row == stateNames.end() ? ContainerState::unknown : row->state;
}

QString healthName(Health health)
{
    return healthNames.at(static_cast<std::size_t>(health)).name.toString();
}

Health healthFromName(QStringView name)
{
    const auto *row =
        std::find_if(healthNames.begin(), healthNames.end(), [name](const HealthName &r) { return r.name == name; });
    return row == healthNames.end() ? Health::none : row->health;
}

} // namespace mediahelm::model
