// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/feed_client.h"

#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace mediahelm::server {

namespace {

constexpr quint64 incomingLimit = 64 * 1024; // of a frame and of a message; clients have little to say
// QtWebSockets waits for a whole frame to be in the buffer, so this holds more than the largest one.
constexpr qint64 readBuffer = 128 * 1024;
constexpr qint64 answerLimit = 256 * 1024; // of pongs that a client makes us write and does not read
constexpr int notSent = 32 * 1024; // bytes that the kernel keeps unsent for a slow reader
constexpr std::chrono::milliseconds closeGrace{2000};

} // namespace

FeedClient::FeedClient(QWebSocket *webSocket, QTcpSocket *tcp, quint64 id, BearerToken token, int framesPerSecond,
                       QObject *parent)
    : QObject(parent)
    , m_webSocket(webSocket)
    , m_tcp(tcp)
    , m_id(id)
    , m_token(std::move(token))
    , m_framesPerSecond(framesPerSecond)
    , m_framesLeft(framesPerSecond)
{
    m_webSocket->setParent(this);
    m_tcp->setParent(this);
    m_webSocket->setMaxAllowedIncomingFrameSize(incomingLimit);
    m_webSocket->setMaxAllowedIncomingMessageSize(incomingLimit);
    m_tcp->setReadBufferSize(readBuffer);
    const int limit = notSent;
    ::setsockopt(static_cast<int>(m_tcp->socketDescriptor()), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &limit, sizeof(limit));

    connect(m_webSocket, &QWebSocket::pong, this, [this] { m_alive = true; });
    connect(m_webSocket, &QWebSocket::textFrameReceived, this, &FeedClient::onFrame);
    connect(m_webSocket, &QWebSocket::binaryFrameReceived, this,
            [this] { close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, QStringLiteral("messages are text")); });
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (!m_closing)
            Q_EMIT message(text.toUtf8());
    });
    connect(m_webSocket, &QWebSocket::disconnected, this, &FeedClient::end);
    connect(m_tcp, &QTcpSocket::readyRead, this, &FeedClient::onReadyRead);
}

FeedClient::~FeedClient()
{
    // ~QWebSocket says goodbye on the TCP socket, which therefore goes after it.
    m_webSocket->disconnect(this);
    delete m_webSocket;
}

bool FeedClient::ready() const
{
    return !m_closing && m_tcp->bytesToWrite() == 0;
}

void FeedClient::send(const QByteArray &frames)
{
    if (m_closing || m_webSocket->state() != QAbstractSocket::ConnectedState)
        return;
    // Past Qt's buffer while that is empty: QTcpSocket::write() switches its write notifier on and off, which wakes the
    // event loop twice for each client. What the kernel does not take goes the usual way, and so do errors.
    if (m_tcp->bytesToWrite() > 0)
        m_tcp->flush(); // the handshake's reply
    qsizetype sent = 0;
    if (m_tcp->bytesToWrite() == 0 && m_replyBufferGone)
        sent = ::send(static_cast<int>(m_tcp->socketDescriptor()), frames.constData(),
                      static_cast<std::size_t>(frames.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < frames.size()) {
        m_rest = frames.sliced(std::max<qsizetype>(sent, 0));
        m_tcp->write(m_rest);
    }
    // The first goes by Qt's buffer: shared, it takes the place of the 32 KiB that the handshake's reply left there.
    if (!std::exchange(m_replyBufferGone, true)) {
        m_tcp->flush();
        if (m_tcp->bytesToWrite() == 0)
            m_rest = {};
    }
}

void FeedClient::check(std::chrono::milliseconds now, std::chrono::milliseconds silence,
                       std::chrono::milliseconds stalled)
{
    const bool first = m_now.count() == 0;
    m_now = now;
    m_framesLeft = m_framesPerSecond;
    if (m_alive || first)
        m_heard = now;
    m_alive = false;
    if (first || m_tcp->bytesToWrite() == 0) {
        m_drained = now;
        m_rest = {};
    }
    if (now - m_heard >= silence || now - m_drained >= stalled)
        abort();
}

void FeedClient::onFrame()
{
    m_alive = true;
    if (--m_framesLeft < 0)
        close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("too many messages"));
}

void FeedClient::onReadyRead()
{
    if (m_tcp->bytesToWrite() > answerLimit)
        abort();
}

void FeedClient::close(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    if (m_closing)
        return;
    m_closing = true;
    m_webSocket->close(code, reason);
    QTimer::singleShot(closeGrace, this, &FeedClient::abort);
}

void FeedClient::abort()
{
    m_closing = true;
    m_webSocket->abort();
    end();
}

void FeedClient::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_closing = true;
    Q_EMIT ended();
}

} // namespace mediahelm::server
