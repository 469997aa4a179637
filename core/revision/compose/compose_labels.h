// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/observed_container.h"

#include <QLatin1String>

namespace mediahelm::revision {

// The labels that Compose puts on what it makes (pkg/api/labels.go).
namespace labels {
inline constexpr QLatin1String prefix("com.docker.compose.");
inline constexpr QLatin1String project("com.docker.compose.project");
inline constexpr QLatin1String service("com.docker.compose.service");
inline constexpr QLatin1String configHash("com.docker.compose.config-hash");
inline constexpr QLatin1String image("com.docker.compose.image");
inline constexpr QLatin1String number("com.docker.compose.container-number");
inline constexpr QLatin1String oneOff("com.docker.compose.oneoff");
} // namespace labels

// Made by `docker compose run`: no part of its service.
inline bool isOneOff(const model::ObservedContainer &container)
{
    return container.label(labels::oneOff) == QLatin1String("True");
}

} // namespace mediahelm::revision
