// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"
#include "core/server/bearer_token.h"
#include "core/server/server_options.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QWebSocketServer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace mediahelm::server {

class FeedClient;

// A client on its way to the feed: a connection with its accepted handshake request, as it was read.
struct FeedEntry {
    quint64 id = 0;
    base::UniqueFd connection;
    QByteArray handshake;
    QString resume; // "EPOCH.SEQ" of the last message that it has, or empty
    BearerToken token;
};

// One tick of the feed, for all.
struct FeedTick {
    quint64 seq = 0;
    QByteArray delta; // a frame with what changed since seq - 1
    std::chrono::milliseconds now{0};
};

// The clients of the metrics feed: handshakes, what each knows, and who does not listen any more. On the feed's own
// thread with all of their sockets, since every turn of an event loop looks at each of its sockets: a thousand of them
// would make whatever else the main thread does dearer, and a flood of theirs would hold it up. Made by the feed with
// base::Threaded and called only by post().
class FeedClients final : public QObject
{
    Q_OBJECT

public:
    // Called on this thread; they pass on to the feed's.
    struct Wires {
        // Clients know just these ticks, and wait for tell().
        std::function<void(const QSet<quint64> &knows)> wanted;
        std::function<void(quint64 id)> ended;
    };

    // `hello` is the first frame for everybody; `epoch` names the numbering of ticks.
    FeedClients(const FeedLimits &limits, int places, Wires wires);
    ~FeedClients() override;

    // Another numbering begins; `hello` is the frame that greets with it.
    void begin(const QByteArray &epoch, const QByteArray &hello);
    void join(FeedEntry &entry);
    void tick(const FeedTick &tick);
    // Up to `seq`, for who knows what the key says.
    void tell(quint64 seq, const QHash<quint64, QByteArray> &frames);

    void closeAll(QWebSocketProtocol::CloseCode code, const QString &reason);
    void closeOthersThan(const BearerToken &token);
    void abortAll();

private:
    struct Joining {
        QTcpSocket *socket = nullptr;
        quint64 id = 0;
        QString resume;
        BearerToken token;
    };

    void onHandshaken();
    void onHandshakeEnded(QTcpSocket *socket);
    void onMessage(FeedClient *client, const QByteArray &text);
    void remove(FeedClient *client);
    quint64 known(const QString &epoch, quint64 seq) const;

    const FeedLimits m_limits;
    const Wires m_wires;
    QByteArray m_epoch;
    QByteArray m_hello;
    QWebSocketServer m_handshakes;
    QList<Joining> m_joining;
    QList<FeedClient *> m_clients;
    std::chrono::milliseconds m_pinged{0};
};

} // namespace mediahelm::server
