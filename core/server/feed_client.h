// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/bearer_token.h"

#include <QObject>
#include <QWebSocketProtocol>

#include <chrono>

class QTcpSocket;
class QWebSocket;

namespace mediahelm::server {

// One client of the metrics feed: what it knows, and whether it still listens. Owns both sockets; owned by
// FeedClients, and on its thread; says ended() once and is then deleted.
//
// QtWebSockets reads and answers the client, but outgoing messages are whole frames made once for all and written to
// the TCP socket beside it: QWebSocket::sendTextMessage() converts and copies the text anew for every client.
// QWebSocket writes whole frames within one call too, so they never interleave.
class FeedClient final : public QObject
{
    Q_OBJECT

public:
    // `webSocket` stands on `tcp`, and is connected. `token` is the one that it joined with.
    FeedClient(QWebSocket *webSocket, QTcpSocket *tcp, quint64 id, BearerToken token, int framesPerSecond,
               QObject *parent);
    ~FeedClient() override;

    // Whole frames. Nothing is written while the client has not taken what it got before: what is newest then is told
    // when it has.
    bool ready() const;
    void send(const QByteArray &frames);

    // Once per tick. Ends a client that has given no sign of life for `silence`, or takes nothing for `stalled`.
    void check(std::chrono::milliseconds now, std::chrono::milliseconds silence, std::chrono::milliseconds stalled);

    void close(QWebSocketProtocol::CloseCode code, const QString &reason);
    void abort();

    quint64 id() const { return m_id; }
    quint64 knows() const { return m_knows; } // up to which tick; 0 for nothing
    void setKnows(quint64 seq) { m_knows = seq; }
    // For what was asked for it alone; meanwhile ticks pass it by.
    bool waiting() const { return m_waiting; }
    void setWaiting(bool waiting) { m_waiting = waiting; }
    const BearerToken &token() const { return m_token; }

Q_SIGNALS:
    void message(const QByteArray &text);
    void ended();

private:
    void onFrame();
    void onReadyRead();
    void end();

    QWebSocket *m_webSocket;
    QTcpSocket *m_tcp;
    const quint64 m_id;
    const BearerToken m_token;
    const int m_framesPerSecond;
    int m_framesLeft;
    QByteArray m_rest; // of what is being sent; shared with Qt's buffer, which keeps an unshared one for good
    quint64 m_knows = 0;
    std::chrono::milliseconds m_now{0}; // of the last tick
    std::chrono::milliseconds m_heard{0};
    std::chrono::milliseconds m_drained{0};
    bool m_waiting = false;
    bool m_alive = true; // heard since the last tick
    bool m_replyBufferGone = false;
    bool m_closing = false;
    bool m_ended = false;
};

} // namespace mediahelm::server
