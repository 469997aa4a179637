// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/server_fixture.h"

#include <QList>

namespace mediahelm::tests {

// Speaks RFC 6455 by hand over a RawClient, so that it can break its rules too.
class WebSocketClient
{
public:
    explicit WebSocketClient(const ServerFixture &fixture, const QByteArray &target = "/api/v1/metrics");

    bool joins(); // 101 within a while
    // The next message of that type within a while, skipping others; empty when none came.
    QJsonObject next(const QString &type);
    bool closesWith(int code); // a close frame with this code, and then the end of the connection

    void sendText(const QByteArray &text) { raw.send(frame(0x81, text)); }
    // A masked frame; `first` holds FIN and the opcode.
    static QByteArray frame(unsigned first, const QByteArray &payload);
    // The header of a frame that says `length`, without the payload.
    static QByteArray header(unsigned first, quint64 length);

    RawClient raw;
    QList<QByteArray> texts; // received and not yet taken by next()
    int closeCode = 0;
    int pings = 0;
    int pongs = 0;
    bool answersPings = true;

private:
    void read();

    bool m_joined = false;
};

} // namespace mediahelm::tests
