// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/bearer_token.h"
#include "core/server/name_policy.h"
#include "core/server/request_handler.h"
#include "core/server/router.h"

namespace mediahelm::server {

// Decides who gets which answer: the Host field, the token, the route, the Origin, in this order, and anything that is
// not allowed by all of them is refused. Owned by the server; main thread.
class Gatekeeper final : public RequestHandler
{
public:
    using Upgrade = std::function<std::optional<http::OutgoingResponse>(Handover &, const http::RequestHead &,
                                                                        const Peer &, const RouteCall &)>;

    // `upgrade` takes the connection of an accepted WebSocket, or says why not and leaves it.
    Gatekeeper(const Router &router, Upgrade upgrade);

    void setNames(const NamePolicy &names) { m_names = names; }
    void setToken(const BearerToken &token) { m_token = token; }
    const BearerToken &token() const { return m_token; }

    Admission admit(const http::RequestHead &head, const Peer &peer) const override;
    http::OutgoingResponse answer(const http::RequestHead &head, const QByteArray &body) override;
    std::optional<http::OutgoingResponse> upgrade(Handover &connection, const http::RequestHead &head,
                                                  const Peer &peer) override;

private:
    bool showsToken(const http::RequestHead &head, bool webSocket) const;
    std::optional<http::OutgoingResponse> refuseUpgrade(const http::RequestHead &head, const Peer &peer) const;

    const Router &m_router;
    Upgrade m_upgrade;
    NamePolicy m_names;
    BearerToken m_token;
};

} // namespace mediahelm::server
