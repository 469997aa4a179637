// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection_state.h"
#include "core/transport/byte_stream.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace mediahelm::transport {

struct TransportFailure {
    model::ConnectionProblem problem = model::ConnectionProblem::none;
    QString detail; // the other side's own words; never a secret
};

// The way to one engine: a local socket, or an SSH process that forwards one. One attempt: start() is called once, then
// comes ready() or failed(); after ready() streams can be opened until failed(). To try again, make a new one. Owned by
// the host's session; lives on its thread. Destroying it ends what it started (no process is left behind) and emits
// nothing.
class Transport : public QObject
{
    Q_OBJECT

public:
    virtual void start() = 0;

    // A stream that is connecting; only after ready(). That it opens proves nothing about the engine: a stopped dockerd
    // accepts.
    virtual std::unique_ptr<ByteStream> openStream() = 0;

    // The way leads over a socket of this machine: looking again costs next to nothing.
    virtual bool isNearby() const { return false; }

    // Called when the engine does not answer on a stream although ready() came: looks for the reason on the other side
    // (socket missing, no permission, another socket in use). Finishes within 15 s; problem none when nothing was
    // found.
    virtual QFuture<base::Result<TransportFailure>> diagnose() = 0;

    // The text of /proc/stat, /proc/meminfo and /proc/loadavg of the engine's machine, each under a line "== NAME".
    // Errors: unsupported where they cannot be read. At most one request at a time is under way; a further one shares
    // its reply.
    virtual QFuture<base::Result<QByteArray>> readHostCounters() = 0;

Q_SIGNALS:
    void ready();
    void failed(const mediahelm::transport::TransportFailure &failure);

protected:
    using QObject::QObject;
};

} // namespace mediahelm::transport
