// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_writer.h"

namespace mediahelm::http {

namespace {

QByteArray safeTarget(const QByteArray &target)
{
    QByteArray safe;
    safe.reserve(target.size());
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f)
            safe += c;
        else
            safe += '%' + QByteArray::number(byte, 16).rightJustified(2, '0').toUpper();
    }
    return safe;
}

} // namespace

QByteArray writeRequest(const OutgoingRequest &request)
{
    QByteArray bytes = request.method + ' ' + safeTarget(request.target)
        + QByteArrayLiteral(" HTTP/1.1\r\nHost: docker\r\nUser-Agent: mediahelm/" MEDIAHELM_VERSION "\r\n");
    if (request.upgrade)
        bytes += QByteArrayLiteral("Connection: Upgrade\r\nUpgrade: tcp\r\n");
    else
        bytes += QByteArrayLiteral("Connection: close\r\n");
    if (!request.contentType.isEmpty())
        bytes += QByteArrayLiteral("Content-Type: ") + request.contentType + QByteArrayLiteral("\r\n");
    if (!request.body.isEmpty() || request.method != "GET")
        bytes +=
            QByteArrayLiteral("Content-Length: ") + QByteArray::number(request.body.size()) + QByteArrayLiteral("\r\n");
    return bytes + QByteArrayLiteral("\r\n") + request.body;
}

} // namespace mediahelm::http
