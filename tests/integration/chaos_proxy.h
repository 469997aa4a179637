// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <sys/socket.h>
#include <vector>

namespace mediahelm::tests {

// A bad line: passes bytes on to a port of this machine, slowly, not at all any more, or cut off. Owned by the test;
// its thread.
class ChaosProxy final : public QObject
{
    Q_OBJECT

public:
    explicit ChaosProxy(int port, qint64 bytesPerSecond = 0) // 0: as fast as it goes
        : m_port(static_cast<quint16>(port))
        , m_share(bytesPerSecond / turnsPerSecond)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &ChaosProxy::take);
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
        m_turn.setInterval(1000 / turnsPerSecond);
        connect(&m_turn, &QTimer::timeout, this, &ChaosProxy::passAll);
        if (m_share > 0)
            m_turn.start();
    }

    int port() const { return m_server.serverPort(); }
    int connections() const { return static_cast<int>(m_pairs.size()); } // since it was made
    void swallow() { m_swallowing = true; } // a black hole: nothing comes through, nothing is refused
    void reset() // as a machine does that has forgotten the connection
    {
        for (const Pair &pair : m_pairs) {
            for (const auto &end : {pair.near, pair.far}) {
                linger hard{1, 0};
                ::setsockopt(int(end->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
                end->abort();
            }
        }
    }

private:
    static constexpr int turnsPerSecond = 20;
    struct Pair {
        std::shared_ptr<QTcpSocket> near;
        std::shared_ptr<QTcpSocket> far;
    };

    void take()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setParent(nullptr);
            Pair pair{std::shared_ptr<QTcpSocket>(socket), std::make_shared<QTcpSocket>()};
            for (const auto &end : {pair.near, pair.far}) {
                if (m_share > 0)
                    end->setReadBufferSize(4096);
                else
                    connect(end.get(), &QTcpSocket::readyRead, this, &ChaosProxy::passAll);
            }
            connect(pair.far.get(), &QTcpSocket::connected, this, &ChaosProxy::passAll);
            connect(pair.near.get(), &QTcpSocket::disconnected, pair.far.get(), &QTcpSocket::disconnectFromHost);
            connect(pair.far.get(), &QTcpSocket::disconnected, pair.near.get(), &QTcpSocket::disconnectFromHost);
            pair.far->setProxy(QNetworkProxy::NoProxy);
            pair.far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            m_pairs.push_back(std::move(pair));
        }
    }
    void passAll()
    {
        for (const Pair &pair : m_pairs) {
            pass(*pair.near, *pair.far);
            pass(*pair.far, *pair.near);
        }
    }
    void pass(QTcpSocket &from, QTcpSocket &to)
    {
        if (to.state() != QAbstractSocket::ConnectedState || from.bytesAvailable() == 0)
            return;
        const QByteArray bytes = from.read(m_share > 0 ? m_share : from.bytesAvailable());
        if (!m_swallowing)
            to.write(bytes);
    }

    const quint16 m_port;
    const qint64 m_share;
    bool m_swallowing = false;
    QTcpServer m_server;
    QTimer m_turn;
    std::vector<Pair> m_pairs;
};

} // namespace mediahelm::tests
