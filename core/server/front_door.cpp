// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/front_door.h"

#include "core/server/http_connection.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mediahelm::server {

using base::Error;
using base::ErrorKind;

namespace {

constexpr int backlog = 1024; // a burst beyond it makes good clients try again, after a second and more

QHostAddress peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof(storage);
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &size) != 0)
        return {};
    return QHostAddress(address);
}

Error listenError(QAbstractSocket::SocketError error, const QString &where, const QString &system)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return {ErrorKind::conflict, QStringLiteral("%1 is in use by another program").arg(where), system};
    case QAbstractSocket::SocketAccessError:
        return {ErrorKind::refused, QStringLiteral("not permitted to listen on %1").arg(where), system};
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return {ErrorKind::unreachable, QStringLiteral("this machine has no address to listen on %1").arg(where),
                system};
    default: return {ErrorKind::io, QStringLiteral("cannot listen on %1").arg(where), system};
    }
}

} // namespace

FrontDoor::FrontDoor(RequestHandler &handler, const FrontDoorLimits &limits, const base::Clock &clock)
    : m_handler(handler)
    , m_limits(limits)
    , m_clock(clock)
    , m_places({limits.connections, limits.perSource, limits.fromLoopback})
{
    setProxy(QNetworkProxy::NoProxy); // else the system's is asked for, which may wait for the network
    setListenBacklogSize(backlog);
}

FrontDoor::~FrontDoor()
{
    abortAll();
}

base::Status FrontDoor::open(const QHostAddress &address, quint16 port)
{
    if (listen(address, port))
        return {};
    const QString literal = address.protocol() == QAbstractSocket::IPv6Protocol
        ? QStringLiteral("[%1]").arg(address.toString())
        : address.toString();
    return listenError(serverError(), QStringLiteral("%1:%2").arg(literal).arg(port), errorString());
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    const int fd = static_cast<int>(descriptor);
    PlaceCounter::Lease place = m_places.take(peerOf(fd));
    if (!place) {
        ::close(fd);
        return;
    }
    auto *socket = new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(fd);
        return;
    }
    auto *connection = new HttpConnection(socket, m_handler, m_limits, m_clock, std::move(place), this);
    connect(connection, &HttpConnection::ended, this, &FrontDoor::connectionEnded);
}

void FrontDoor::finish()
{
    close();
    const auto open = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : open)
        connection->finish();
}

void FrontDoor::abortAll()
{
    const auto open = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : open)
        connection->abort();
}

} // namespace mediahelm::server
