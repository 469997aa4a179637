// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/model/engine_info.h"

namespace mediahelm::control {

// What an engine's event says about a container (Engine API, GET /events). Pure.
struct EventEffect {
    bool changed = false; // the container is different now
    bool inspect = false; // and there is more to know than the event says
};

// The container exists no more.
bool isEndOfContainer(const model::EngineEvent &event);

// Applies the event to what is known. An event older than the run that is known of changes nothing and asks for an
// inspection. `healthChecked`: a health check is known to exist, so that a start begins with "starting".
EventEffect applyTo(model::Container &container, const model::EngineEvent &event, bool healthChecked);

} // namespace mediahelm::control
