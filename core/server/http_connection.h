// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/request_parser.h"
#include "core/server/peer.h"
#include "core/server/request_handler.h"
#include "core/server/server_options.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace mediahelm::server {

// One client's HTTP/1.1 connection: reads a request, has it answered, writes the reply, and again, one at a time; each
// step has its deadline. Owns its socket; owned by the front door; deletes itself when the connection has
// ended, or has become a WebSocket of somebody else. Main thread.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    // `socket` is connected; `place` is kept as long as the connection is HTTP.
    HttpConnection(QTcpSocket *socket, RequestHandler &handler, const FrontDoorLimits &limits, const base::Clock &clock,
                   PlaceCounter::Lease place, QObject *parent);
    ~HttpConnection() override;

    // No further request: ends at once when none is under way, else after its reply.
    void finish();
    void abort();

Q_SIGNALS:
    void ended(); // just before it deletes itself

private:
    enum class Phase { idle, head, body, reply, linger, over };

    void read();
    void readHead();
    void judge();
    void readBody();
    void reply(http::OutgoingResponse response, bool mayKeepAlive);
    void onWritten();
    void startLinger();
    void drain();
    void onDeadline();
    void handOver();
    void enter(Phase phase, std::chrono::milliseconds deadline);
    void end();

    QTcpSocket *m_socket;
    RequestHandler &m_handler;
    const FrontDoorLimits m_limits;
    const base::Clock &m_clock;
    PlaceCounter::Lease m_place;
    const Peer m_peer;
    http::RequestParser m_parser;
    QByteArray m_body;
    QTimer m_deadline;
    Phase m_phase = Phase::head;
    bool m_keepAlive = false; // after the reply under way
    bool m_finishing = false;
    qint64 m_drained = 0;
};

} // namespace mediahelm::server
