// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/metrics_feed.h"

#include "core/server/feed_client.h"
#include "core/server/replies.h"
#include "core/server/web_socket_frame.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace mediahelm::server {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcFeed, "mediahelm.server.feed", QtInfoMsg)

constexpr quint64 window = 60; // ticks that a client may have missed and still be told only what changed
constexpr std::chrono::seconds rest{30}; // of working on after the last client has gone

QByteArray newEpoch()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

} // namespace

MetricsFeed::MetricsFeed(control::Fleet &fleet, StatsKeeper &stats, const FeedLimits &limits,
                         const PlaceCounter::Limits &places, const base::Clock &clock)
    : m_fleet(fleet)
    , m_stats(stats)
    , m_limits(limits)
    , m_clock(clock)
    , m_places(places)
    , m_handshakes(QStringLiteral("mediahelm"), QWebSocketServer::NonSecureMode)
{
    m_handshakes.setMaxPendingConnections(places.total);
    m_handshakes.setSupportedSubprotocols({u"mediahelm.v1"_s});
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &MetricsFeed::onHandshaken);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(m_limits.tick);
    connect(&m_tick, &QTimer::timeout, this, &MetricsFeed::tick);
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &MetricsFeed::stop);
}

MetricsFeed::~MetricsFeed()
{
    abortAll();
    const auto left = std::exchange(m_joining, {});
    for (const Joining &joining : left)
        delete joining.socket;
    stop();
}

std::optional<http::OutgoingResponse> MetricsFeed::join(QTcpSocket *socket, const Peer &peer, const QString &resume,
                                                        const BearerToken &token)
{
    PlaceCounter::Lease place = m_places.take(peer.remote);
    if (!place)
        return errorReply(503, u"refused"_s, u"there are too many clients already"_s);
    m_joining.append({socket, std::move(place), resume, token});
    // Until the handshake is done; afterwards the client watches the socket.
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_joining.removeIf([socket](const Joining &joining) { return joining.socket == socket; });
    });
    m_handshakes.handleConnection(socket);
    return std::nullopt;
}

void MetricsFeed::onHandshaken()
{
    while (QWebSocket *webSocket = m_handshakes.nextPendingConnection()) {
        // The server does not say which socket it was: a connection is named by its ends.
        const auto joining = std::find_if(m_joining.begin(), m_joining.end(), [webSocket](const Joining &candidate) {
            return candidate.socket->peerPort() == webSocket->peerPort()
                && candidate.socket->peerAddress() == webSocket->peerAddress()
                && candidate.socket->localAddress() == webSocket->localAddress();
        });
        if (joining == m_joining.end()) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        const Joining entry = *joining;
        m_joining.erase(joining);
        entry.socket->disconnect(this);
        auto *client =
            new FeedClient(webSocket, entry.socket, entry.place, entry.token, m_limits.framesPerSecond, this);
        m_clients.append(client);
        connect(client, &FeedClient::ended, this, [this, client] { remove(client); });
        connect(client, &FeedClient::message, this,
                [this, client](const QByteArray &text) { onMessage(client, text); });
        start();
        welcome(client, entry.resume);
    }
}

void MetricsFeed::welcome(FeedClient *client, const QString &resume)
{
    const QJsonObject hello{
        {u"type"_s, u"hello"_s},
        {u"protocol"_s, 1},
        {u"version"_s, QStringLiteral(MEDIAHELM_VERSION)},
        {u"epoch"_s, QString::fromLatin1(m_state->epoch())},
        {u"interval_ms"_s, int(m_limits.tick.count())},
        {u"resume_window"_s, int(window)},
    };
    const qsizetype dot = resume.indexOf(u'.');
    client->setKnows(dot < 0 ? 0 : known(resume.first(dot), resume.mid(dot + 1).toULongLong()));
    client->send(textFrame(QJsonDocument(hello).toJson(QJsonDocument::Compact)) + catchUp(client->knows()));
    client->setKnows(m_state->seq());
}

quint64 MetricsFeed::known(const QString &epoch, quint64 seq) const
{
    return epoch.toLatin1() == m_state->epoch() && m_state->reaches(seq) ? seq : 0;
}

// Made at most once per tick for all who know the same.
QByteArray MetricsFeed::catchUp(quint64 knows)
{
    const quint64 since = m_state->reaches(knows) ? knows : 0;
    QByteArray &frame = m_frames[since];
    if (frame.isEmpty())
        frame = textFrame(since > 0 ? m_state->deltaSince(since) : m_state->snapshot());
    return frame;
}

void MetricsFeed::onMessage(FeedClient *client, const QByteArray &text)
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
}

void MetricsFeed::remove(FeedClient *client)
{
    if (!m_clients.removeOne(client))
        return;
    client->deleteLater();
    if (m_clients.isEmpty())
        m_rest.start();
    Q_EMIT clientEnded();
}

void MetricsFeed::start()
{
    m_rest.stop();
    if (m_state)
        return;
    m_state = std::make_unique<FeedState>(newEpoch(), window);
    m_wires = std::make_unique<QObject>();
    QObject *wires = m_wires.get();
    const auto setHost = [this](const base::HostId &host) {
        if (const auto status = m_fleet.host(host))
            m_state->setHost(*status);
    };
    connect(&m_fleet, &control::Fleet::hostAdded, wires, setHost);
    connect(&m_fleet, &control::Fleet::hostChanged, wires, setHost);
    connect(&m_fleet, &control::Fleet::hostRemoved, wires,
            [this](const base::HostId &host) { m_state->removeHost(host); });
    connect(&m_fleet, &control::Fleet::containersChanged, wires,
            [this](const base::HostId &host, const model::ContainerChanges &changes) {
                for (const model::Container &container : changes.upserted)
                    m_state->setContainer(host, container);
                for (const base::ContainerId &id : changes.removed)
                    m_state->removeContainer({host, id});
            });
    connect(&m_stats, &StatsKeeper::sampled, wires,
            [this](const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts) {
                m_state->addSamples(containers, hosts);
            });
    const auto hosts = m_fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        m_state->setHost(status);
        const auto containers = m_fleet.containers(status.profile.id);
        for (const model::Container &container : containers)
            m_state->setContainer(status.profile.id, container);
    }
    m_state->advance(m_clock.utcNow());
    m_stats.hold();
    m_tick.start();
    qCInfo(lcFeed) << "the first client has joined";
}

void MetricsFeed::stop()
{
    if (!m_state)
        return;
    m_tick.stop();
    m_wires.reset();
    m_state.reset();
    m_frames.clear();
    m_stats.release();
}

void MetricsFeed::tick()
{
    m_state->advance(m_clock.utcNow());
    m_frames.clear();
    const auto now = m_clock.monotonic();
    const bool ping = now - m_pinged >= m_limits.ping;
    if (ping)
        m_pinged = now;
    // Most clients know the last tick; a ping goes with their delta, for one more write would cost as much again.
    const quint64 previous = m_state->seq() - 1;
    const QByteArray common = ping ? catchUp(previous) + pingFrame() : catchUp(previous);
    const QList<FeedClient *> clients = m_clients; // ending changes the list
    for (FeedClient *client : clients) {
        client->check(now, m_limits.silence, m_limits.stalled);
        if (!client->ready())
            continue;
        if (client->knows() == previous)
            client->send(common);
        else
            client->send(ping ? catchUp(client->knows()) + pingFrame() : catchUp(client->knows()));
        client->setKnows(m_state->seq());
    }
}

void MetricsFeed::closeAll(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients)
        client->close(code, reason);
}

void MetricsFeed::closeOthersThan(const BearerToken &token)
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

void MetricsFeed::abortAll()
{
    const QList<FeedClient *> clients = m_clients;
    for (FeedClient *client : clients)
        client->abort();
    const auto joining = m_joining;
    for (const Joining &entry : joining)
        entry.socket->abort();
}

} // namespace mediahelm::server
