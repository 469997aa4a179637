// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_streams.h"
#include "core/engine/exchange.h"

#include <memory>

namespace mediahelm::engine {

// GET /containers/{id}/stats over an exchange that is under way. Private to core/engine.
std::unique_ptr<StatsStream> readStats(std::unique_ptr<Exchange> exchange);

} // namespace mediahelm::engine
