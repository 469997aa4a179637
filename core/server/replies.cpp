// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/replies.h"

#include <QJsonObject>

namespace mediahelm::server {

http::OutgoingResponse jsonReply(const QJsonDocument &document)
{
    return {200, "application/json", document.toJson(QJsonDocument::Compact), {}};
}

http::OutgoingResponse errorReply(int status, const QString &kind, const QString &message)
{
    const QJsonObject error{{QStringLiteral("kind"), kind}, {QStringLiteral("message"), message}};
    http::OutgoingResponse reply = jsonReply(QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}));
    reply.status = status;
    return reply;
}

http::OutgoingResponse errorReply(const http::Refusal &refusal)
{
    return errorReply(refusal.status, QStringLiteral("invalid"), QString::fromUtf8(refusal.reason));
}

void addSecurityFields(http::OutgoingResponse &response)
{
    response.fields.append({
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
    });
}

} // namespace mediahelm::server
