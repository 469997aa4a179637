// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_writer.h"

#include <QLocale>

#include <algorithm>

namespace mediahelm::http {

namespace {

bool printable(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void append(QByteArray &out, const QByteArray &name, const QByteArray &value)
{
    if (!name.isEmpty() && printable(name) && printable(value))
        out += name + ": " + value + "\r\n";
}

// RFC 9110, 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return QByteArrayLiteral("OK");
    case 204: return QByteArrayLiteral("No Content");
    case 400: return QByteArrayLiteral("Bad Request");
    case 401: return QByteArrayLiteral("Unauthorized");
    case 403: return QByteArrayLiteral("Forbidden");
    case 404: return QByteArrayLiteral("Not Found");
    case 405: return QByteArrayLiteral("Method Not Allowed");
    case 408: return QByteArrayLiteral("Request Timeout");
    case 409: return QByteArrayLiteral("Conflict");
    case 411: return QByteArrayLiteral("Length Required");
    case 413: return QByteArrayLiteral("Content Too Large");
    case 414: return QByteArrayLiteral("URI Too Long");
    case 417: return QByteArrayLiteral("Expectation Failed");
    case 421: return QByteArrayLiteral("Misdirected Request");
    case 426: return QByteArrayLiteral("Upgrade Required");
    case 431: return QByteArrayLiteral("Request Header Fields Too Large");
    case 500: return QByteArrayLiteral("Internal Server Error");
    case 501: return QByteArrayLiteral("Not Implemented");
    case 503: return QByteArrayLiteral("Service Unavailable");
    case 505: return QByteArrayLiteral("HTTP Version Not Supported");
    default: return QByteArrayLiteral("Status");
    }
}

QByteArray writeResponse(const OutgoingResponse &response, const ResponseOptions &options)
{
    QByteArray out;
    out.reserve(512 + (options.withBody ? response.body.size() : 0));
    out += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    append(out, "Date", httpDate(options.date));
    if (!response.contentType.isEmpty())
        append(out, "Content-Type", response.contentType);
    append(out, "Content-Length", QByteArray::number(response.body.size()));
    append(out, "Connection", options.keepAlive ? "keep-alive" : "close");
    for (const HeaderField &field : response.fields)
        append(out, field.name, field.value);
    out += "\r\n";
    if (options.withBody)
        out += response.body;
    return out;
}

} // namespace mediahelm::http
