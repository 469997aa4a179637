// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/transport/local_transport.h"
#include "core/workspace/checks/host_facts.h"

namespace mediahelm::app {

// Asks the engine of this machine about its containers, for checks against the host. Owned by the
// composition root; main thread.
class EngineQuestion final : public QObject
{
    Q_OBJECT

public:
    // Of a unix socket: only such an engine publishes on this machine for sure.
    explicit EngineQuestion(const model::EngineAddress &address);

    // Once. Finishes within 3 s. Errors: as the transport and the engine have them.
    QFuture<base::Result<workspace::EngineFacts>> ask();

private:
    void listContainers();

    transport::LocalTransport m_transport;
    engine::EngineClient m_client;
    base::Pending<workspace::EngineFacts> m_pending;
};

} // namespace mediahelm::app
