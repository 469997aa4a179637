// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/model/sample.h"

#include <QJsonObject>

namespace mediahelm::control {

// The one shape in which services and hosts leave the program as JSON: `status --json`, REST and the metrics feed.
// Names and units are those of schemas/api/service.schema.json and schemas/api/host.schema.json; keys are always
// present, and what is not known is null. Pure functions; any thread.

// UTC in ISO 8601 with milliseconds and 'Z'; null for an invalid time.
QJsonValue timeJson(const QDateTime &time);

// What the engine says of a container: host, project, service, container, id, image, state, health, exit_code,
// oom_killed, restarts, created_at, started_at, finished_at, ports. Without measurements and connection.
QJsonObject containerJson(const base::HostId &host, const model::Container &container);

// A service's item: containerJson() with cpu_cores, memory_bytes, stale and connection. `sample` is the newest
// measurement, or nullopt when there is none that is fresh.
QJsonObject serviceJson(const HostStatus &host, const model::Container &container,
                        const std::optional<model::ContainerSample> &sample);

// A host's item: host, address, connection, stale, problem, problem_text, remedy, detail, since, next_attempt,
// last_answer, failed_attempts, and engine (null until the engine has told).
QJsonObject hostJson(const HostStatus &host);

} // namespace mediahelm::control
