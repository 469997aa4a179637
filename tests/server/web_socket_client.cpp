// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web_socket_client.h"

#include <QJsonDocument>
#include <QTest>
#include <QtEndian>

namespace mediahelm::tests {

WebSocketClient::WebSocketClient(const ServerFixture &fixture, const QByteArray &target)
    : raw(fixture)
{
    QObject::connect(&raw.socket, &QTcpSocket::readyRead, &raw.socket, [this] { read(); });
    raw.send(fixture.handshake(fixture.authorization(), target));
}

bool WebSocketClient::joins()
{
    return QTest::qWaitFor([this] { return m_joined; });
}

void WebSocketClient::read()
{
    if (!m_joined) {
        const qsizetype end = raw.received.indexOf("\r\n\r\n");
        if (end < 0 || !raw.received.startsWith("HTTP/1.1 101 "))
            return;
        m_joined = true;
        raw.received.remove(0, end + 4);
    }
    for (;;) {
        const QByteArray &bytes = raw.received;
        if (bytes.size() < 2)
            return;
        quint64 length = static_cast<unsigned char>(bytes[1]);
        qsizetype start = 2;
        if (length == 126) {
            start = 4;
            length = bytes.size() < start ? 0 : qFromBigEndian<quint16>(bytes.constData() + 2);
        } else if (length == 127) {
            start = 10;
            length = bytes.size() < start ? 0 : qFromBigEndian<quint64>(bytes.constData() + 2);
        }
        if (bytes.size() < start || quint64(bytes.size() - start) < length)
            return;
        const unsigned opcode = static_cast<unsigned char>(bytes[0]) & 0x0fU;
        const QByteArray payload = bytes.mid(start, qsizetype(length));
        raw.received.remove(0, start + qsizetype(length));
        if (opcode == 1)
            texts.append(payload);
        else if (opcode == 8)
            closeCode = payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(payload.constData());
        else if (opcode == 9 && ++pings && answersPings)
            raw.send(frame(0x8a, payload));
        else if (opcode == 10)
            ++pongs;
    }
}

QJsonObject WebSocketClient::next(const QString &type)
{
    QJsonObject found;
    const auto look = [&] {
        while (!texts.isEmpty()) {
            const QJsonObject message = QJsonDocument::fromJson(texts.takeFirst()).object();
            if (message.value(QStringLiteral("type")) == type) {
                found = message;
                return true;
            }
        }
        return false;
    };
    return QTest::qWaitFor(look) ? found : QJsonObject();
}

bool WebSocketClient::closesWith(int code)
{
    return raw.closes() && closeCode == code;
}

QByteArray WebSocketClient::header(unsigned first, quint64 length)
{
    QByteArray bytes(1, char(first));
    if (length < 126) {
        bytes += char(0x80 | length);
    } else if (length <= 0xffff) {
        const quint16 size = qToBigEndian(quint16(length));
        bytes += char(0xfe);
        bytes.append(reinterpret_cast<const char *>(&size), sizeof(size));
    } else {
        const quint64 size = qToBigEndian(length);
        bytes += char(0xff);
        bytes.append(reinterpret_cast<const char *>(&size), sizeof(size));
    }
    return bytes + QByteArray(4, '\0'); // a mask of zero leaves the payload as it is
}

QByteArray WebSocketClient::frame(unsigned first, const QByteArray &payload)
{
    return header(first, quint64(payload.size())) + payload;
}

} // namespace mediahelm::tests
