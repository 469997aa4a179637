// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/web_socket_frame.h"

#include <QtEndian>

namespace mediahelm::server {

QByteArray textFrame(const QByteArray &utf8)
{
    const qsizetype size = utf8.size();
    QByteArray frame;
    frame.reserve(size + 10);
    frame += char(0x81);
    if (size < 126) {
        frame += char(size);
    } else if (size <= 0xffff) {
        const quint16 length = qToBigEndian(quint16(size));
        frame += char(126);
        frame.append(reinterpret_cast<const char *>(&length), sizeof(length));
    } else {
        const quint64 length = qToBigEndian(quint64(size));
        frame += char(127);
        frame.append(reinterpret_cast<const char *>(&length), sizeof(length));
    }
    return frame + utf8;
}

QByteArray pingFrame()
{
    return QByteArrayLiteral("\x89\x00");
}

} // namespace mediahelm::server
