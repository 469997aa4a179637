// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_askpass_connection.h"

#include "core/base/wipe.h"
#include "core/transport/ssh_askpass_server.h"
#include "core/transport/ssh_prompt.h"

#include <sys/socket.h>
#include <unistd.h>

namespace mediahelm::transport {

using model::Question;

namespace {

constexpr qsizetype longestRequest = 16 * 1024;
constexpr std::chrono::seconds requestDeadline{5};

} // namespace

bool SshAskpassConnection::isThisUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::geteuid();
}

SshAskpassConnection::SshAskpassConnection(SshAskpassServer &server, QLocalSocket *socket)
    : m_server(server)
    , m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QLocalSocket::readyRead, this, &SshAskpassConnection::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &SshAskpassConnection::leave);
    connect(&m_deadline, &QTimer::timeout, this, &SshAskpassConnection::leave);
    m_deadline.setSingleShot(true);
    m_deadline.start(requestDeadline);
}

SshAskpassConnection::~SshAskpassConnection()
{
    m_socket->disconnect(this);
    withdraw();
}

void SshAskpassConnection::withdraw()
{
    if (!std::exchange(m_asked, false))
        return;
    if (m_question.kind != Question::Kind::notice)
        m_server.countAsking(-1);
    m_server.m_questioner.withdraw(m_question.id);
}

void SshAskpassConnection::read()
{
    if (m_done || m_question.id != 0)
        return;
    m_request += m_socket->read(longestRequest);
    const QByteArrayList parts = m_request.split('\0');
    if (parts.size() < 4 && m_request.size() < longestRequest)
        return;
    m_deadline.stop();
    if (parts.size() < 4 || parts.at(0) != m_server.handle().token)
        leave();
    else
        ask(parts.at(2), parts.at(1));
}

void SshAskpassConnection::ask(const QByteArray &prompt, const QByteArray &hint)
{
    m_question = parseSshPrompt(prompt, hint);
    m_server.fillIn(m_question);
    if (m_server.m_declined || !m_server.m_questioner.canAnswer()) {
        leave();
        return;
    }
    if (std::optional<QByteArray> known = m_server.takeRepeated(m_question)) {
        reply(std::move(*known));
        return;
    }
    m_asked = true;
    if (m_question.kind != Question::Kind::notice)
        m_server.countAsking(1);
    m_server.m_questioner.ask(m_question).then(this, [this](const base::Result<Questioner::Answer> &answer) {
        take(answer);
    });
}

void SshAskpassConnection::take(const base::Result<Questioner::Answer> &answer)
{
    if (!std::exchange(m_asked, false))
        return;
    if (m_question.kind != Question::Kind::notice)
        m_server.countAsking(-1);
    if (answer && answer->accepted) {
        const bool typed = m_question.kind == Question::Kind::password || m_question.kind == Question::Kind::passphrase
            || m_question.kind == Question::Kind::other;
        reply(typed ? answer->text : affirmative(m_question));
        return;
    }
    // Last: the server's owner may end the attempt, and with it this object.
    const Question question = m_question;
    SshAskpassServer &server = m_server;
    leave();
    if (question.kind != Question::Kind::notice)
        server.decline(question);
}

// Written to the descriptor itself, so that no buffer keeps a copy; an empty socket takes so few bytes at once.
void SshAskpassConnection::reply(QByteArray answer)
{
    m_server.accepted(m_question, answer);
    QByteArray bytes;
    bytes.reserve(answer.size() + 1);
    bytes += '+';
    bytes += answer;
    [[maybe_unused]] const ssize_t sent = ::send(static_cast<int>(m_socket->socketDescriptor()), bytes.constData(),
                                                 static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    base::wipe(bytes);
    base::wipe(answer);
    leave();
}

void SshAskpassConnection::leave()
{
    if (std::exchange(m_done, true))
        return;
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->close();
    withdraw();
    m_server.m_connections.remove(this);
    deleteLater();
}

} // namespace mediahelm::transport
