// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socket_stream.h"

#include <QLocalSocket>
#include <QMetaObject>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <sys/socket.h>
#include <utility>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using model::ConnectionProblem;

namespace {

QString refusedByPeer()
{
    return QStringLiteral("connection refused");
}

Error connectFailure(const QString &name, QLocalSocket::LocalSocketError code, const QString &words)
{
    switch (code) {
    case QLocalSocket::ServerNotFoundError:
        return {ErrorKind::notFound, QStringLiteral("there is no socket %1").arg(name), words};
    case QLocalSocket::SocketAccessError:
        return {ErrorKind::refused, QStringLiteral("no permission on the socket %1").arg(name), words};
    case QLocalSocket::ConnectionRefusedError:
        return {ErrorKind::unreachable, QStringLiteral("nobody listens on the socket %1").arg(name), refusedByPeer()};
    default: return {ErrorKind::unreachable, QStringLiteral("the socket %1 cannot be reached").arg(name), words};
    }
}

Error connectFailure(const QString &name, QAbstractSocket::SocketError code, const QString &words)
{
    if (code == QAbstractSocket::ConnectionRefusedError)
        return {ErrorKind::unreachable, QStringLiteral("nobody listens on %1").arg(name), refusedByPeer()};
    return {ErrorKind::unreachable, QStringLiteral("%1 cannot be reached").arg(name), words};
}

bool isEndOfStream(QLocalSocket::LocalSocketError code)
{
    return code == QLocalSocket::PeerClosedError;
}

bool isEndOfStream(QAbstractSocket::SocketError code)
{
    return code == QAbstractSocket::RemoteHostClosedError;
}

void connectSocket(QLocalSocket &socket, const QString &path, quint16)
{
    socket.connectToServer(path);
}

void connectSocket(QTcpSocket &socket, const QString &host, quint16 port)
{
    // Asking the system for a proxy may look it up in the network, and waits for that. Engines are not behind one.
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(host, port);
}

// The stream may be destroyed in a slot that the socket's own signal called; the socket outlives that.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

// QLocalSocket and QTcpSocket have the same functions without a common base for them.
template<typename Socket>
class SocketStream final : public ByteStream
{
public:
    SocketStream(QString address, quint16 port)
        : m_socket(new Socket)
        , m_address(std::move(address))
        , m_port(port)
    {
        connect(m_socket.get(), &Socket::connected, this, &SocketStream::onConnected);
        connect(m_socket.get(), &Socket::readyRead, this, &ByteStream::readable);
        connect(m_socket.get(), &Socket::bytesWritten, this, &SocketStream::onBytesWritten);
        connect(m_socket.get(), &Socket::errorOccurred, this, [this](auto code) { this->onError(code); });
        connect(m_socket.get(), &Socket::disconnected, this, [this] { end(std::nullopt); });
        QMetaObject::invokeMethod(
            this, [this] { connectSocket(*m_socket, m_address, m_port); }, Qt::QueuedConnection);
    }

    ~SocketStream() override
    {
        m_ended = true;
        m_socket->disconnect(this);
        m_socket->abort();
    }

    void write(const QByteArray &bytes) override
    {
        if (m_ended || m_finishing || bytes.isEmpty())
            return;
        if (m_connected)
            m_socket->write(bytes);
        else
            m_early += bytes;
    }

    void finishWriting() override
    {
        if (m_ended || m_finishing)
            return;
        m_finishing = true;
        shutdownWhenWritten();
    }

    QByteArray takeAll() override
    {
        QByteArray bytes = std::exchange(m_late, {});
        if (!m_ended && m_connected)
            bytes += m_socket->readAll();
        return bytes;
    }

    void setReadLimit(qint64 bytes) override { m_socket->setReadBufferSize(bytes); }

    qint64 bytesToWrite() const override { return m_early.size() + (m_ended ? 0 : m_socket->bytesToWrite()); }

private:
    void onConnected()
    {
        m_connected = true;
        if (!m_early.isEmpty())
            m_socket->write(std::exchange(m_early, {}));
        shutdownWhenWritten();
        Q_EMIT opened();
    }

    void onBytesWritten(qint64 bytes)
    {
        shutdownWhenWritten();
        Q_EMIT bytesWritten(bytes);
    }

    // Qt's sockets close both directions or none.
    void shutdownWhenWritten()
    {
        if (!m_finishing || !m_connected || m_ended)
            return;
        if (m_socket->bytesToWrite() == 0)
            ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    }

    template<typename Code>
    void onError(Code code)
    {
        if (isEndOfStream(code))
            return; // disconnected() follows
        const QString name = m_port == 0 ? m_address : QStringLiteral("%1:%2").arg(m_address).arg(m_port);
        if (!m_connected)
            end(connectFailure(name, code, m_socket->errorString()));
        else
            end(Error{ErrorKind::unreachable, QStringLiteral("the connection to %1 broke").arg(name),
                      m_socket->errorString()});
    }

    void end(const std::optional<Error> &error)
    {
        if (m_ended)
            return;
        if (m_connected)
            m_late = m_socket->readAll();
        m_ended = true;
        m_early.clear();
        // The receiver may destroy this stream.
        if (error)
            Q_EMIT failed(*error);
        else
            Q_EMIT closed();
    }

    std::unique_ptr<Socket, DeleteLater> m_socket;
    QString m_address;
    quint16 m_port;
    QByteArray m_early; // written before the connection stood
    QByteArray m_late; // arrived and not taken when it ended
    bool m_connected = false;
    bool m_finishing = false;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteStream> connectLocalSocket(const QString &path)
{
    return std::make_unique<SocketStream<QLocalSocket>>(path, quint16(0));
}

std::unique_ptr<ByteStream> connectTcp(const QString &host, quint16 port)
{
    return std::make_unique<SocketStream<QTcpSocket>>(host, port);
}

std::unique_ptr<ByteStream> connectEngine(const model::EngineAddress &address)
{
    return address.kind() == model::EngineAddress::Kind::tcp
        ? connectTcp(address.tcpHost(), static_cast<quint16>(address.tcpPort()))
        : connectLocalSocket(address.socketPath());
}

ConnectionProblem problemOf(const Error &streamError)
{
    switch (streamError.kind) {
    case ErrorKind::notFound: return ConnectionProblem::noEngine;
    case ErrorKind::refused: return ConnectionProblem::noPermission;
    case ErrorKind::timeout: return ConnectionProblem::timeout;
    default: return streamError.detail == refusedByPeer() ? ConnectionProblem::refused : ConnectionProblem::unreachable;
    }
}

} // namespace mediahelm::transport
