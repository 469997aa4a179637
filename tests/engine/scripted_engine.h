// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/byte_stream.h"

#include <QByteArray>
#include <QList>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace mediahelm::tests {

// An engine that answers what the test says, on a socket of its own. Every connection carries one request.
class ScriptedEngine final : public QObject
{
public:
    enum class After { close, stayOpen };
    struct Answer {
        QByteArray bytes;
        After after = After::close;
        qsizetype step = 0; // bytes per turn of the event loop; 0 for all at once
    };

    ScriptedEngine();
    ~ScriptedEngine() override;

    // The answer to every target that contains `part`; later ones go first. What nobody answers gets a 404.
    void answer(const QByteArray &part, const Answer &answer);
    // Never answers it, as a hung container.
    void hang(const QByteArray &part) { answer(part, {{}, After::stayOpen, 0}); }
    // Nobody listens any more; the socket's file stays.
    void stopListening();

    QString path() const;
    std::function<std::unique_ptr<transport::ByteStream>()> opener() const;
    const QList<QByteArray> &requests() const { return m_requests; } // "GET /v1.41/containers/json?all=1"
    const QList<QByteArray> &bodies() const { return m_bodies; }
    int openConnections() const;
    // Sends more on the newest connection, or ends it.
    void push(const QByteArray &bytes);
    void closeNewest();
    QByteArray received() const { return m_received; } // after the request, on the newest connection

    static QByteArray reply(int status, const QByteArray &body, const QByteArray &headers = {});
    static QByteArray json(const QByteArray &body) { return reply(200, body); }
    static QByteArray streamHeader(const QByteArray &headers = {}); // of a chunked reply
    static QByteArray chunk(const QByteArray &bytes);

private:
    void onConnection();
    void onBytes(QLocalSocket *socket);
    void send(QLocalSocket *socket, const Answer &answer);

    QTemporaryDir m_folder;
    QLocalServer m_server;
    QList<std::pair<QByteArray, Answer>> m_answers;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_bodies;
    QList<QLocalSocket *> m_sockets;
    QHash<QLocalSocket *, QByteArray> m_unread;
    QByteArray m_received;
};

} // namespace mediahelm::tests
