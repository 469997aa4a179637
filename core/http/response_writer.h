// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/request_parser.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace mediahelm::http {

// A reply that we send. A plain value.
struct OutgoingResponse {
    int status = 200;
    QByteArray contentType; // of the body; empty without one
    QByteArray body;
    QList<HeaderField> fields; // further ones; those with a line break or NUL in them are left out
};

struct ResponseOptions {
    bool withBody = true; // false answers HEAD: the length is told, the body is not sent
    bool keepAlive = true;
    QDateTime date; // UTC
};

// The whole reply as HTTP/1.1, always with Content-Length, Date and Connection (RFC 9110, RFC 9112).
QByteArray writeResponse(const OutgoingResponse &response, const ResponseOptions &options);

// "Not Found"; "Status" for a number that we do not use.
QByteArray reasonPhrase(int status);

} // namespace mediahelm::http
