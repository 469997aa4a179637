// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"
#include "core/http/request_parser.h"
#include "core/http/response_writer.h"
#include "core/server/peer.h"

#include <optional>

namespace mediahelm::server {

// A connection on its way to another owner: a descriptor of its own, and what has come and nobody has used yet, which
// begins with the handshake.
struct Handover {
    base::UniqueFd connection;
    QByteArray unread;
};

// What a connection asks about each request: first with the head alone, so that nobody sends a body in vain.
class RequestHandler
{
public:
    struct Admission {
        std::optional<http::OutgoingResponse> refusal; // the answer, instead of what follows
        qint64 bodyLimit = 0;
        bool webSocket = false; // upgrade() is next, not answer()
    };

    virtual ~RequestHandler() = default;
    virtual Admission admit(const http::RequestHead &head, const Peer &peer) const = 0;
    // Of an admitted request.
    virtual http::OutgoingResponse answer(const http::RequestHead &head, const QByteArray &body) = 0;
    // Of an admitted WebSocket request. Without a reply the connection is the handler's from then on.
    virtual std::optional<http::OutgoingResponse> upgrade(Handover &connection, const http::RequestHead &head,
                                                          const Peer &peer) = 0;
};

} // namespace mediahelm::server
