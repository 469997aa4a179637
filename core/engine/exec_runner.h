// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_streams.h"
#include "core/engine/request_queue.h"

#include <memory>

namespace mediahelm::engine {

// Runs a command in a container: creates the exec, starts it on a connection of its own, which becomes its input and
// output, and reads the exit code when that has ended. Outlives the queue, whose end it reports as cancelled. Private
// to core/engine.
std::unique_ptr<ExecSession> runExec(RequestQueue &queue, const base::ContainerId &container,
                                     const ExecOptions &options, const model::ApiVersion &version,
                                     std::chrono::milliseconds deadline);

} // namespace mediahelm::engine
