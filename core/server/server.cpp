// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/server.h"

#include "core/server/file_limit.h"
#include "core/server/front_door.h"
#include "core/server/gatekeeper.h"
#include "core/server/metrics_feed.h"
#include "core/server/rest_api.h"
#include "core/server/router.h"
#include "core/server/stats_keeper.h"

#include <QLoggingCategory>
#include <QTimer>

namespace mediahelm::server {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

Q_LOGGING_CATEGORY(lcServer, "mediahelm.server", QtInfoMsg)

constexpr std::chrono::seconds statsKept{30};
constexpr std::chrono::seconds stopGrace{3};

std::optional<QHostAddress> addressOf(const QString &text)
{
    if (text == u"localhost"_s)
        return QHostAddress(QHostAddress::LocalHost);
    if (text == u"*"_s || text == u"::"_s)
        return QHostAddress(QHostAddress::Any); // both families through one socket
    QString literal = text;
    if (literal.startsWith(u'[') && literal.endsWith(u']'))
        literal = literal.mid(1, literal.size() - 2);
    const QHostAddress address(literal);
    return address.isNull() ? std::nullopt : std::optional(address);
}

} // namespace

struct Server::Parts {
    Parts(ServerOptions given, const control::Control &control, const base::Clock &clock)
        : options(fitted(std::move(given)))
        , stats(control.fleet, control.stats, statsKept)
        , rest(control.fleet, stats, clock)
        , feed(control.fleet, stats, options.feed,
               {options.frontDoor.streams, options.frontDoor.streamsPerSource, options.frontDoor.streamsFromLoopback},
               clock)
        , gate(router,
               [this](Handover &connection, const http::RequestHead &, const Peer &peer, const RouteCall &call) {
                   return feed.join(connection, peer, call.query.value(u"resume"_s), gate.token());
               })
        , door(gate, options.frontDoor, clock)
    {
        rest.addRoutes(router);
        router.add({"GET", u"/api/v1/metrics"_s, Access::token, {u"resume"_s}, 0, true, {}});
    }

    static ServerOptions fitted(ServerOptions given)
    {
        fitFileLimit(given.frontDoor);
        return given;
    }

    QList<QByteArray> pathsOf(Access access) const
    {
        QList<QByteArray> paths;
        for (const Route &route : router.routes()) {
            if (route.access == access)
                paths.append(route.method + ' ' + route.pattern.toUtf8());
        }
        return paths;
    }

    ServerOptions options;
    StatsKeeper stats;
    RestApi rest;
    MetricsFeed feed;
    Router router;
    Gatekeeper gate;
    FrontDoor door;
    QTimer stopping;
};

Server::Server(ServerOptions options, control::Control control, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(options), control, clock))
{
    m_parts->stopping.setSingleShot(true);
    connect(&m_parts->stopping, &QTimer::timeout, this, &Server::endStop);
    // Queued: they end within stop() too, and within the destructor, when others of the parts are gone already.
    connect(&m_parts->door, &FrontDoor::connectionEnded, this, &Server::onEnded, Qt::QueuedConnection);
    connect(&m_parts->feed, &MetricsFeed::clientEnded, this, &Server::onEnded, Qt::QueuedConnection);
}

Server::~Server() = default;

base::Status Server::listen()
{
    const ServerOptions &options = m_parts->options;
    const auto address = addressOf(options.address);
    if (!address)
        return Error{ErrorKind::invalid,
                     u"\"%1\" is no address to listen on; give an IP address, \"localhost\" or \"*\""_s.arg(
                         options.address.left(80)),
                     {}};
    if (const base::Status loaded = reload(options); !loaded)
        return loaded.error();
    if (!address->isLoopback() && !m_parts->gate.token().isSet())
        return Error{ErrorKind::invalid,
                     u"%1 can be reached by others, and there is no token; set one with --token-file or "
                     "MEDIAHELM_TOKEN_FILE, or listen on 127.0.0.1"_s.arg(options.address),
                     {}};
    if (const base::Status opened = m_parts->door.open(*address, options.port); !opened)
        return opened.error();
    const base::Status named = reload(options); // now with the port
    qCInfo(lcServer).noquote() << "listening on" << this->address();
    if (!m_parts->gate.token().isSet())
        qCWarning(lcServer) << "no token is set: only /healthz answers";
    return named;
}

base::Status Server::reload(const ServerOptions &options)
{
    Parts &parts = *m_parts;
    base::Status status;
    auto names = NamePolicy::make(options.allowedHosts, options.allowedOrigins);
    if (names) {
        names->setPort(parts.door.serverPort());
        parts.gate.setNames(*names);
    } else {
        status = names.error();
    }
    BearerToken token;
    if (!options.tokenFile.isEmpty()) {
        auto read = BearerToken::fromFile(options.tokenFile);
        if (read)
            token = *read;
        else
            status = read.error();
    }
    parts.gate.setToken(token);
    parts.feed.closeOthersThan(token);
    return status;
}

void Server::stop()
{
    if (m_parts->stopping.isActive())
        return endStop();
    m_parts->stopping.start(stopGrace);
    m_parts->door.finish();
    m_parts->feed.closeAll(QWebSocketProtocol::CloseCodeGoingAway, u"the server is stopping"_s);
    // Never from within: the caller connects to stopped() before or after, as it likes.
    QMetaObject::invokeMethod(this, &Server::onEnded, Qt::QueuedConnection);
}

void Server::onEnded()
{
    if (m_parts->stopping.isActive() && connections() == 0 && feedClients() == 0)
        endStop();
}

void Server::endStop()
{
    m_parts->stopping.stop();
    m_parts->door.abortAll();
    m_parts->feed.abortAll();
    Q_EMIT stopped();
}

QString Server::address() const
{
    const FrontDoor &door = m_parts->door;
    if (!door.isListening())
        return {};
    const QHostAddress address = door.serverAddress();
    const bool bracketed =
        address.protocol() == QAbstractSocket::IPv6Protocol || address == QHostAddress(QHostAddress::Any);
    const QString text = address == QHostAddress(QHostAddress::Any) ? u"::"_s : address.toString();
    return (bracketed ? u"[%1]:%2"_s : u"%1:%2"_s).arg(text).arg(door.serverPort());
}

quint16 Server::port() const
{
    return m_parts->door.isListening() ? m_parts->door.serverPort() : quint16(0);
}

int Server::connections() const
{
    return m_parts->door.connections();
}

int Server::feedClients() const
{
    return m_parts->feed.clients();
}

QList<QByteArray> Server::tokenPaths() const
{
    return m_parts->pathsOf(Access::token);
}

QList<QByteArray> Server::openPaths() const
{
    return m_parts->pathsOf(Access::open);
}

} // namespace mediahelm::server
