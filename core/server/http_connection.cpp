// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http_connection.h"

#include "core/server/replies.h"

#include <QTcpSocket>

#include <algorithm>
#include <fcntl.h>
#include <sys/socket.h>

namespace mediahelm::server {

namespace {

constexpr qint64 readBuffer = 32 * 1024; // holds a whole head, and slows down who sends more
constexpr qint64 drainLimit = 256 * 1024; // of what a refused client goes on sending

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, RequestHandler &handler, const FrontDoorLimits &limits,
                               const base::Clock &clock, PlaceCounter::Lease place, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(handler)
    , m_limits(limits)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_peer{plainAddress(socket->peerAddress()), plainAddress(socket->localAddress())}
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::end);
    enter(Phase::head, m_limits.head);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::enter(Phase phase, std::chrono::milliseconds deadline)
{
    m_phase = phase;
    m_deadline.start(deadline);
}

void HttpConnection::finish()
{
    m_finishing = true;
    if (m_phase == Phase::idle || m_phase == Phase::head)
        abort();
}

void HttpConnection::abort()
{
    if (m_phase == Phase::over)
        return;
    m_socket->abort(); // emits disconnected() and so ends, unless it was not connected any more
    end();
}

void HttpConnection::end()
{
    if (m_phase == Phase::over)
        return;
    m_phase = Phase::over;
    m_deadline.stop();
    m_socket->disconnect(this);
    m_place.reset();
    Q_EMIT ended();
    deleteLater();
}

void HttpConnection::read()
{
    switch (m_phase) {
    case Phase::idle: enter(Phase::head, m_limits.head); [[fallthrough]];
    case Phase::head: return readHead();
    case Phase::body: return readBody();
    case Phase::linger: return drain();
    case Phase::reply: // the next request waits in the socket's bounded buffer
    case Phase::over: return;
    }
}

// In a transaction: a WebSocket's handshake is handed over unread.
void HttpConnection::readHead()
{
    if (!m_socket->isTransactionStarted())
        m_socket->startTransaction();
    while (m_socket->bytesAvailable() > 0 && !m_parser.hasHead() && !m_parser.refusal())
        m_parser.feed(m_socket->read(m_socket->bytesAvailable()));
    if (m_parser.refusal()) {
        m_socket->commitTransaction();
        return reply(errorReply(*m_parser.refusal()), false);
    }
    if (!m_parser.hasHead())
        return;
    m_socket->rollbackTransaction();
    judge();
}

void HttpConnection::judge()
{
    const http::RequestHead &head = m_parser.head();
    RequestHandler::Admission admission = m_handler.admit(head, m_peer);
    if (admission.webSocket && !admission.refusal)
        return handOver();
    m_socket->skip(m_parser.size());
    if (admission.refusal) // with a body on its way nobody knows where the next request begins
        return reply(std::move(*admission.refusal), head.contentLength == 0);
    if (head.contentLength > 0 && head.lists("Expect", "100-continue"))
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_body.clear();
    enter(Phase::body, m_limits.body);
    readBody();
}

void HttpConnection::readBody()
{
    const qint64 wanted = m_parser.head().contentLength - m_body.size();
    if (wanted > 0)
        m_body += m_socket->read(wanted);
    if (m_body.size() < m_parser.head().contentLength)
        return;
    reply(m_handler.answer(m_parser.head(), m_body), true);
}

void HttpConnection::reply(http::OutgoingResponse response, bool mayKeepAlive)
{
    const bool understood = m_parser.hasHead();
    m_keepAlive = mayKeepAlive && understood && m_parser.head().keepAlive && !m_finishing;
    addSecurityFields(response);
    const bool withBody = !understood || m_parser.head().method != "HEAD";
    enter(Phase::reply, m_limits.write);
    m_socket->write(http::writeResponse(response, {withBody, m_keepAlive, m_clock.utcNow()}));
    m_socket->flush(); // emits bytesWritten
    onWritten();
}

void HttpConnection::onWritten()
{
    if (m_phase != Phase::reply || m_socket->bytesToWrite() > 0)
        return;
    if (!m_keepAlive || m_finishing)
        return startLinger();
    m_parser.reset();
    m_body.clear();
    enter(Phase::idle, m_limits.idle);
    // The next request may have come with this one; others have their turn first.
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

// Closing with bytes unread would send a reset, which takes the reply from a client that has not read it yet
// (RFC 9112, 9.6).
void HttpConnection::startLinger()
{
    enter(Phase::linger, m_limits.linger);
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    drain();
}

void HttpConnection::drain()
{
    while (m_socket->bytesAvailable() > 0)
        m_drained += m_socket->read(m_socket->bytesAvailable()).size();
    if (m_drained > drainLimit)
        abort();
}

void HttpConnection::onDeadline()
{
    const bool halfARequest = (m_phase == Phase::head && m_parser.started()) || m_phase == Phase::body;
    if (!halfARequest)
        return abort();
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    reply(errorReply(408, QStringLiteral("timeout"), QStringLiteral("the request took too long to arrive")), false);
}

// A duplicate of the descriptor goes: a QTcpSocket does not let go of its own.
void HttpConnection::handOver()
{
    const int descriptor = ::fcntl(static_cast<int>(m_socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    Handover handover{base::UniqueFd(descriptor), m_socket->peek(m_socket->bytesAvailable())};
    std::optional<http::OutgoingResponse> refusal;
    if (handover.connection.valid())
        refusal = m_handler.upgrade(handover, m_parser.head(), m_peer);
    else
        refusal = errorReply(503, QStringLiteral("refused"), QStringLiteral("there are too many clients already"));
    if (!refusal)
        return abort(); // closes this one's descriptor and no more
    m_socket->skip(m_parser.size());
    reply(std::move(*refusal), false);
}

} // namespace mediahelm::server
