// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_client.h"
#include "core/revision/compose/local_compose_process.h"

namespace mediahelm::revision {

// The engine of this machine, asked directly and through Compose. Owned by who deploys; main thread.
struct LocalEngine {
    explicit LocalEngine(const model::EngineAddress &address); // unixSocket or tcp

    const bool isHere; // by a local socket: its ports and paths count as this machine's
    LocalComposeProcess compose;
    engine::EngineClient client; // to be negotiated first
};

} // namespace mediahelm::revision
