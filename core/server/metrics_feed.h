// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/fleet.h"
#include "core/http/request_parser.h"
#include "core/http/response_writer.h"
#include "core/server/bearer_token.h"
#include "core/server/feed_state.h"
#include "core/server/peer.h"
#include "core/server/server_options.h"
#include "core/server/stats_keeper.h"

#include <QHash>
#include <QList>
#include <QTimer>
#include <QWebSocketServer>

#include <memory>

namespace mediahelm::server {

class FeedClient;

// The WebSocket /api/v1/metrics: hello and a snapshot on joining, then each tick one delta, made once for all clients.
// A client that comes back, or reads slowly, is told what changed since what it knows, or everything when that is long
// ago. Works, and watches statistics, only while there are clients and a while after. Owned by the server; main thread.
class MetricsFeed final : public QObject
{
    Q_OBJECT

public:
    MetricsFeed(control::Fleet &fleet, StatsKeeper &stats, const FeedLimits &limits, const PlaceCounter::Limits &places,
                const base::Clock &clock);
    ~MetricsFeed() override;

    // Takes a socket whose accepted handshake request is still unread. `resume` is "EPOCH.SEQ" of the last message that
    // the client has, or empty. 503 when there is no place.
    std::optional<http::OutgoingResponse> join(QTcpSocket *socket, const Peer &peer, const QString &resume,
                                               const BearerToken &token);

    void closeAll(QWebSocketProtocol::CloseCode code, const QString &reason);
    void closeOthersThan(const BearerToken &token);
    void abortAll();
    int clients() const { return int(m_clients.size()); }

Q_SIGNALS:
    void clientEnded();

private:
    struct Joining {
        QTcpSocket *socket = nullptr;
        PlaceCounter::Lease place;
        QString resume;
        BearerToken token;
    };

    void onHandshaken();
    void welcome(FeedClient *client, const QString &resume);
    void onMessage(FeedClient *client, const QByteArray &text);
    void remove(FeedClient *client);
    void start();
    void stop();
    void tick();
    quint64 known(const QString &epoch, quint64 seq) const;
    QByteArray catchUp(quint64 knows);

    control::Fleet &m_fleet;
    StatsKeeper &m_stats;
    const FeedLimits m_limits;
    const base::Clock &m_clock;
    PlaceCounter m_places;
    QWebSocketServer m_handshakes;
    QList<Joining> m_joining;
    QList<FeedClient *> m_clients;
    std::unique_ptr<FeedState> m_state; // while working
    std::unique_ptr<QObject> m_wires; // from the fleet and the statistics to the state
    QHash<quint64, QByteArray> m_frames; // of this tick, by what the client knows
    QTimer m_tick;
    QTimer m_rest;
    std::chrono::milliseconds m_pinged{0};
};

} // namespace mediahelm::server
