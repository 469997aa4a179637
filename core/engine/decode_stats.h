// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/engine_streams.h"

#include <QJsonObject>

#include <optional>

namespace mediahelm::engine {

// One object of GET /containers/{id}/stats, of cgroup v1 and v2, Docker and Podman. nullopt: the container does not run
// (the engine then writes a time of year 1 and nothing else). Pure, any thread.
std::optional<RawStats> decodeStats(const QJsonObject &object);

} // namespace mediahelm::engine
