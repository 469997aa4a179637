// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_state.h"
#include "core/model/engine_address.h"
#include "core/transport/byte_stream.h"

#include <QString>

#include <memory>

namespace mediahelm::transport {

// Byte streams over sockets of this machine. Each begins to connect in the next turn of the event loop and lives on the
// caller's thread. How connecting fails: notFound: there is no such socket; refused: no permission on the socket;
// unreachable: nobody listens (detail "connection refused"), no route, name not found.
std::unique_ptr<ByteStream> connectLocalSocket(const QString &path);
std::unique_ptr<ByteStream> connectTcp(const QString &host, quint16 port);
// An engine of this machine, or one that listens: unixSocket or tcp.
std::unique_ptr<ByteStream> connectEngine(const model::EngineAddress &address);

// What such a failure means for the connection: noEngine, noPermission, refused, unreachable, timeout.
model::ConnectionProblem problemOf(const base::Error &streamError);

} // namespace mediahelm::transport
