// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/loop_thread.h"
#include "core/control/fleet.h"
#include "core/http/response_writer.h"
#include "core/server/bearer_token.h"
#include "core/server/feed_clients.h"
#include "core/server/feed_state.h"
#include "core/server/peer.h"
#include "core/server/request_handler.h"
#include "core/server/server_options.h"
#include "core/server/stats_keeper.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace mediahelm::server {

// The WebSocket /api/v1/metrics: hello and a snapshot on joining, then each tick one delta, made once for all clients.
// A client that comes back, or reads slowly, is told what changed since what it knows, or everything when that is long
// ago. Works, and watches statistics, only while there are clients and a while after. Owned by the server; main thread.
// The clients and their sockets are on a thread of their own; connections, frames and numbers cross.
class MetricsFeed final : public QObject
{
    Q_OBJECT

public:
    MetricsFeed(control::Fleet &fleet, StatsKeeper &stats, const FeedLimits &limits, const PlaceCounter::Limits &places,
                const base::Clock &clock);
    ~MetricsFeed() override;

    // Takes a connection with its accepted handshake request. `resume` is "EPOCH.SEQ" of the last message that the
    // client has, or empty. 503 when there is no place.
    std::optional<http::OutgoingResponse> join(Handover &connection, const Peer &peer, const QString &resume,
                                               const BearerToken &token);

    void closeAll(QWebSocketProtocol::CloseCode code, const QString &reason);
    void closeOthersThan(const BearerToken &token);
    void abortAll();
    int clients() const { return int(m_places.size()); } // those that are joining too

Q_SIGNALS:
    void clientEnded();

private:
    void start();
    void stop();
    void tick();
    void tell(const QSet<quint64> &knows);
    void onEnded(quint64 id);
    QByteArray catchUp(quint64 knows);

    control::Fleet &m_fleet;
    StatsKeeper &m_stats;
    const FeedLimits m_limits;
    const base::Clock &m_clock;
    PlaceCounter m_counter;
    QHash<quint64, PlaceCounter::Lease> m_places; // by client
    quint64 m_lastId = 0;
    std::unique_ptr<FeedState> m_state; // while working
    std::unique_ptr<QObject> m_wires; // from the fleet and the statistics to the state
    QHash<quint64, QByteArray> m_frames; // of this tick, by what the client knows
    QTimer m_tick;
    QTimer m_rest;
    base::Mailbox m_fromClients;
    std::unique_ptr<QObject> m_served;
    base::Threaded<FeedClients> m_clients;
};

} // namespace mediahelm::server
