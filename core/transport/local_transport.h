// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/engine_address.h"
#include "core/transport/local_endpoint.h"
#include "core/transport/transport.h"

#include <chrono>

namespace mediahelm::transport {

// The way to an engine over a socket of this machine, or over an unencrypted TCP port. ready() comes at once, unless
// the address cannot be used: then failed() with invalidAddress. An address of `local` is looked up at start(); one
// that turns out to be behind SSH fails too, so whoever makes transports looks it up first (findLocalEngine) and makes
// the transport that it asks for. Owned by the host's session; its thread.
class LocalTransport final : public Transport
{
    Q_OBJECT

public:
    LocalTransport(const model::EngineAddress &address, const LocalEnvironment &environment,
                   std::chrono::milliseconds probeDeadline = std::chrono::seconds(5));

    void start() override;
    std::unique_ptr<ByteStream> openStream() override;
    bool isNearby() const override { return m_address.kind() != model::EngineAddress::Kind::tcp; }
    // Connects once and tells noEngine, noPermission, refused, unreachable and timeout apart.
    QFuture<base::Result<TransportFailure>> diagnose() override;
    // unsupported over TCP: that machine's counters are not ours to read.
    QFuture<base::Result<QByteArray>> readHostCounters() override;

    // After ready(): where the engine was found; unixSocket or tcp.
    const model::EngineAddress &address() const { return m_address; }

private:
    model::EngineAddress m_address;
    LocalEnvironment m_environment;
    std::chrono::milliseconds m_probeDeadline;
};

} // namespace mediahelm::transport
