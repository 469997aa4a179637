// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scripted_engine.h"

#include "core/transport/socket_stream.h"

#include <QPointer>
#include <QTimer>

namespace mediahelm::tests {

ScriptedEngine::ScriptedEngine()
{
    connect(&m_server, &QLocalServer::newConnection, this, &ScriptedEngine::onConnection);
    m_server.listen(m_folder.filePath(QStringLiteral("engine.sock")));
}

ScriptedEngine::~ScriptedEngine()
{
    for (QLocalSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

void ScriptedEngine::answer(const QByteArray &part, const Answer &answer)
{
    m_answers.prepend({part, answer});
}

void ScriptedEngine::stopListening()
{
    m_server.close();
}

QString ScriptedEngine::path() const
{
    return m_folder.filePath(QStringLiteral("engine.sock"));
}

std::function<std::unique_ptr<transport::ByteStream>()> ScriptedEngine::opener() const
{
    return [path = path()] { return transport::connectLocalSocket(path); };
}

int ScriptedEngine::openConnections() const
{
    return static_cast<int>(m_sockets.size());
}

void ScriptedEngine::push(const QByteArray &bytes)
{
    if (!m_sockets.isEmpty())
        m_sockets.last()->write(bytes);
}

void ScriptedEngine::closeNewest()
{
    if (!m_sockets.isEmpty())
        m_sockets.last()->disconnectFromServer();
}

void ScriptedEngine::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        m_sockets.append(socket);
        m_received.clear();
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            m_sockets.removeAll(socket);
            m_unread.remove(socket);
            socket->deleteLater();
        });
        onBytes(socket);
    }
}

void ScriptedEngine::onBytes(QLocalSocket *socket)
{
    if (socket->property("answered").toBool()) {
        m_received += socket->readAll();
        return;
    }
    QByteArray &unread = m_unread[socket];
    unread += socket->readAll();
    const qsizetype end = unread.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const qsizetype mark = unread.indexOf("Content-Length: ");
    const qsizetype length =
        mark < 0 ? 0 : unread.sliced(mark + 16, unread.indexOf('\r', mark) - mark - 16).toLongLong();
    if (unread.size() < end + 4 + length)
        return;
    socket->setProperty("answered", true);
    const QList<QByteArray> words = unread.first(unread.indexOf('\r')).split(' ');
    m_requests.append(words.value(0) + ' ' + words.value(1));
    m_bodies.append(unread.sliced(end + 4, length));
    m_received = unread.sliced(end + 4 + length);
    for (const auto &[part, answer] : std::as_const(m_answers)) {
        if (m_requests.last().contains(part))
            return send(socket, answer);
    }
    send(socket, {reply(404, R"({"message":"page not found"})"), After::close, 0});
}

void ScriptedEngine::send(QLocalSocket *socket, const Answer &answer)
{
    const qsizetype step = answer.step > 0 ? answer.step : answer.bytes.size();
    socket->write(answer.bytes.first(std::min(step, answer.bytes.size())));
    socket->flush();
    const QByteArray rest = answer.bytes.mid(step);
    if (rest.isEmpty()) {
        if (answer.after == After::close)
            socket->disconnectFromServer();
        return;
    }
    QTimer::singleShot(0, socket, [this, socket, rest, answer] { send(socket, {rest, answer.after, answer.step}); });
}

QByteArray ScriptedEngine::reply(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray ScriptedEngine::streamHeader(const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n";
}

QByteArray ScriptedEngine::chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace mediahelm::tests
