// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/feed_clients.h"

#include "core/server/feed_client.h"
#include "core/server/web_socket_frame.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace mediahelm::server {

using namespace Qt::StringLiterals;

FeedClients::FeedClients(const FeedLimits &limits, int places, Wires wires)
    : m_limits(limits)
    , m_wires(std::move(wires))
    , m_handshakes(QStringLiteral("mediahelm"), QWebSocketServer::NonSecureMode)
{
    m_handshakes.setMaxPendingConnections(places);
    m_handshakes.setSupportedSubprotocols({u"mediahelm.v1"_s});
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &FeedClients::onHandshaken);
}

FeedClients::~FeedClients()
{
    abortAll();
    const auto left = std::exchange(m_joining, {});
    for (const Joining &joining : left)
        delete joining.socket;
}

void FeedClients::begin(const QByteArray &epoch, const QByteArray &hello)
{
    m_epoch = epoch;
    m_hello = hello;
}

void FeedClients::join(FeedEntry &entry)
{
    auto *socket = new QTcpSocket;
    socket->setProxy(QNetworkProxy::NoProxy);
    if (!socket->setSocketDescriptor(entry.connection.get())) {
        delete socket;
        return m_wires.ended(entry.id);
    }
    static_cast<void>(entry.connection.release()); // is the socket's now
    // QWebSocketServer reads the request from the socket, to which it is given back.
    for (auto character = entry.handshake.crbegin(); character != entry.handshake.crend(); ++character)
        socket->ungetChar(*character);
    m_joining.append({socket, entry.id, entry.resume, entry.token});
    // Until the handshake is done; afterwards the client watches the socket.
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { onHandshakeEnded(socket); });
    m_handshakes.handleConnection(socket);
}

void FeedClients::onHandshakeEnded(QTcpSocket *socket)
{
    const auto joining = std::find_if(m_joining.cbegin(), m_joining.cend(),
                                      [socket](const Joining &candidate) { return candidate.socket == socket; });
    if (joining == m_joining.cend())
        return;
    const quint64 id = joining->id;
    m_joining.erase(joining);
    socket->deleteLater();
    m_wires.ended(id);
}

void FeedClients::onHandshaken()
{
    QSet<quint64> wanted;
    while (QWebSocket *webSocket = m_handshakes.nextPendingConnection()) {
        // The server does not say which socket it was: a connection is named by its ends.
        const auto joining = std::find_if(m_joining.cbegin(), m_joining.cend(), [webSocket](const Joining &candidate) {
            return candidate.socket->peerPort() == webSocket->peerPort()
                && candidate.socket->peerAddress() == webSocket->peerAddress()
                && candidate.socket->localAddress() == webSocket->localAddress();
        });
        if (joining == m_joining.cend()) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        const Joining entry = m_joining.takeAt(joining - m_joining.cbegin());
        entry.socket->disconnect(this);
        auto *client = new FeedClient(webSocket, entry.socket, entry.id, entry.token, m_limits.framesPerSecond, this);
        m_clients.append(client);
        connect(client, &FeedClient::ended, this, [this, client] { remove(client); });
        connect(client, &FeedClient::message, this,
                [this, client](const QByteArray &text) { onMessage(client, text); });
        const qsizetype dot = entry.resume.indexOf(u'.');
        client->setKnows(dot < 0 ? 0 : known(entry.resume.first(dot), entry.resume.mid(dot + 1).toULongLong()));
        client->send(m_hello);
        client->setWaiting(true);
        wanted.insert(client->knows());
    }
    if (!wanted.isEmpty())
        m_wires.wanted(wanted);
}

quint64 FeedClients::known(const QString &epoch, quint64 seq) const
{
    return epoch.toLatin1() == m_epoch ? seq : 0;
}

void FeedClients::onMessage(FeedClient *client, const QByteArray &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text).object();
    const double seq = message.value(u"seq"_s).toDouble(-1);
    if (message.value(u"type"_s).toString() != u"resume"_s || !message.value(u"epoch"_s).isString() || seq < 0
        || seq > 9e15) {
        client->close(QWebSocketProtocol::CloseCodePolicyViolated, u"the only message is resume"_s);
        return;
    }
    // The next tick tells the difference, or everything.
    client->setKnows(known(message.value(u"epoch"_s).toString(), quint64(seq)));
    client->setWaiting(false);
}

void FeedClients::tick(const FeedTick &tick)
{
    const bool ping = tick.now - m_pinged >= m_limits.ping;
    if (ping)
        m_pinged = tick.now;
    // A ping goes with the delta that most wait for: one more write would cost as much again.
    const QByteArray common = ping ? tick.delta + pingFrame() : tick.delta;
    QSet<quint64> wanted;
    const QList<FeedClient *> clients = m_clients; // ending changes the list
    for (FeedClient *client : clients) {
        client->check(tick.now, m_limits.silence, m_limits.stalled);
        if (!client->ready())
            continue;
        if (!client->waiting() && client->knows() + 1 == tick.seq) {
            client->send(common);
            client->setKnows(tick.seq);
            continue;
        }
        if (ping)
            client->send(pingFrame());
        if (!client->waiting()) {
            client->setWaiting(true);
            wanted.insert(client->knows());
        }
    }
    if (!wanted.isEmpty())
        m_wires.wanted(wanted);
}

void FeedClients::tell(quint64 seq, const QHash<quint64, QByteArray> &frames)
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients) {
        const auto frame = frames.constFind(client->knows());
        if (!client->waiting() || frame == frames.constEnd())
            continue;
        client->setWaiting(false);
        if (!client->ready()) // asks again at a tick, when it is
            continue;
        client->send(*frame);
        client->setKnows(seq);
    }
}

void FeedClients::remove(FeedClient *client)
{
    if (!m_clients.removeOne(client))
        return;
    client->deleteLater();
    m_wires.ended(client->id());
}

void FeedClients::closeAll(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients)
        client->close(code, reason);
}

void FeedClients::closeOthersThan(const BearerToken &token)
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients) {
        if (!(client->token() == token))
            client->close(QWebSocketProtocol::CloseCodePolicyViolated, u"the token has changed"_s);
    }
    const auto joining = m_joining;
    for (const Joining &entry : joining) {
        if (!(entry.token == token))
            entry.socket->abort();
    }
}

void FeedClients::abortAll()
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients)
        client->abort();
    const auto joining = m_joining;
    for (const Joining &entry : joining)
        entry.socket->abort();
}

} // namespace mediahelm::server
