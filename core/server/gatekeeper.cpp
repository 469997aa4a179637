// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/gatekeeper.h"

#include "core/server/replies.h"

#include <algorithm>

namespace mediahelm::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUpgradeField = 4096; // QtWebSockets drops a request with a longer line without a word
// Browsers cannot set Authorization on a WebSocket; this subprotocol carries the token, base64url-encoded. It is never
// in the URL, which ends up in logs.
constexpr QByteArrayView tokenProtocol = "mediahelm.bearer.";

std::optional<QByteArray> authorizationToken(const http::RequestHead &head)
{
    const QByteArray value = head.field("Authorization");
    if (head.count("Authorization") != 1 || qstrnicmp(value.constData(), "Bearer ", 7) != 0)
        return std::nullopt;
    return value.mid(7).trimmed();
}

std::optional<QByteArray> subprotocolToken(const http::RequestHead &head)
{
    const QList<QByteArray> words = head.field("Sec-WebSocket-Protocol").split(',');
    for (const QByteArray &word : words) {
        const QByteArray protocol = word.trimmed();
        if (protocol.startsWith(tokenProtocol))
            return QByteArray::fromBase64(protocol.mid(tokenProtocol.size()), QByteArray::Base64UrlEncoding);
    }
    return std::nullopt;
}

http::OutgoingResponse unauthorized()
{
    http::OutgoingResponse reply =
        errorReply(401, u"refused"_s, u"show the token in the field \"Authorization: Bearer ...\""_s);
    reply.fields.append(http::HeaderField{"WWW-Authenticate", "Bearer realm=\"mediahelm\""});
    return reply;
}

} // namespace

Gatekeeper::Gatekeeper(const Router &router, Upgrade upgrade)
    : m_router(router)
    , m_upgrade(std::move(upgrade))
{
}

RequestHandler::Admission Gatekeeper::admit(const http::RequestHead &head, const Peer &peer) const
{
    Admission admission;
    const auto refuse = [&admission](http::OutgoingResponse reply) {
        admission.refusal = std::move(reply);
        return admission;
    };
    if (!m_names.allowsHost(head.field("Host"), peer.local))
        return refuse(errorReply(421, u"refused"_s,
                                 u"this server does not answer to that name; it can be added to the allowed hosts"_s));
    const Router::Match match = m_router.match(head.method, head.target);
    const bool open = match.route && match.route->access == Access::open;
    const bool webSocket = match.route && match.route->webSocket;
    if (!open && !showsToken(head, webSocket))
        return refuse(unauthorized());
    if (match.refusal)
        return refuse(*match.refusal);
    if (webSocket) {
        if (auto reply = refuseUpgrade(head, peer))
            return refuse(*reply);
    }
    if (head.contentLength > match.route->bodyLimit)
        return refuse(errorReply(413, u"invalid"_s, u"the request's body is too large for this resource"_s));
    if (head.count("Expect") > 0 && !head.lists("Expect", "100-continue"))
        return refuse(errorReply(417, u"invalid"_s, u"this expectation cannot be met"_s));
    admission.bodyLimit = match.route->bodyLimit;
    admission.webSocket = webSocket;
    return admission;
}

bool Gatekeeper::showsToken(const http::RequestHead &head, bool webSocket) const
{
    if (!m_token.isSet())
        return false;
    if (const auto shown = authorizationToken(head))
        return m_token.matches(*shown);
    if (head.count("Authorization") > 0 || !webSocket)
        return false;
    const auto shown = subprotocolToken(head);
    return shown && m_token.matches(*shown);
}

// RFC 6455, 4.2.1, and the origins (10.2). A client without an Origin is no browser, and has shown the token.
std::optional<http::OutgoingResponse> Gatekeeper::refuseUpgrade(const http::RequestHead &head, const Peer &peer) const
{
    if (head.count("Origin") > 1
        || (head.count("Origin") == 1 && !m_names.allowsOrigin(head.field("Origin"), peer.local)))
        return errorReply(403, u"refused"_s, u"pages of this origin may not connect"_s);
    if (!head.lists("Upgrade", "websocket") || !head.lists("Connection", "upgrade")
        || head.field("Sec-WebSocket-Version") != "13" || head.count("Sec-WebSocket-Version") != 1) {
        http::OutgoingResponse reply = errorReply(426, u"unsupported"_s, u"this resource is a WebSocket, version 13"_s);
        reply.fields += {http::HeaderField{"Upgrade", "websocket"}, http::HeaderField{"Sec-WebSocket-Version", "13"}};
        return reply;
    }
    const bool tooLong = std::any_of(head.fields.begin(), head.fields.end(), [](const http::HeaderField &field) {
        return field.name.size() + field.value.size() > longestUpgradeField;
    });
    if (tooLong || head.target.size() > longestUpgradeField)
        return errorReply(431, u"invalid"_s, u"a header field is too long"_s);
    const auto key = QByteArray::fromBase64Encoding(
        head.field("Sec-WebSocket-Key"), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (head.count("Sec-WebSocket-Key") != 1 || !key || key.decoded.size() != 16)
        return errorReply(400, u"invalid"_s, u"Sec-WebSocket-Key is not valid"_s);
    return std::nullopt;
}

http::OutgoingResponse Gatekeeper::answer(const http::RequestHead &head, const QByteArray &body)
{
    Router::Match match = m_router.match(head.method, head.target);
    if (match.refusal)
        return *match.refusal;
    match.call.body = body;
    return match.route->handler(match.call);
}

std::optional<http::OutgoingResponse> Gatekeeper::upgrade(Handover &connection, const http::RequestHead &head,
                                                          const Peer &peer)
{
    return m_upgrade(connection, head, peer, m_router.match(head.method, head.target).call);
}

} // namespace mediahelm::server
