// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_streams.h"
#include "core/engine/exchange.h"

#include <memory>

namespace mediahelm::engine {

// GET /containers/{id}/logs over an exchange that is under way. Private to core/engine.
std::unique_ptr<LogStream> readLog(std::unique_ptr<Exchange> exchange, bool tty, bool timestamps);

} // namespace mediahelm::engine
