// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_askpass_server.h"

#include "core/base/wipe.h"
#include "core/transport/ssh_askpass_connection.h"

#include <QRandomGenerator>

#include <atomic>

namespace mediahelm::transport {

using model::Question;

namespace {

constexpr qsizetype mostConnections = 8;

quint64 nextQuestionId()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

QByteArray newToken()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

} // namespace

SshAskpassServer::SshAskpassServer(Questioner &questioner, const base::HostId &host, const QString &askpassProgram)
    : m_questioner(questioner)
    , m_host(host)
    , m_handle{askpassProgram, {}, newToken()}
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SshAskpassServer::accept);
}

SshAskpassServer::~SshAskpassServer()
{
    disconnect();
    m_server.close();
    qDeleteAll(std::exchange(m_connections, {}));
    forgetAnswers();
}

base::Status SshAskpassServer::listen(const QString &socketPath)
{
    if (!m_server.listen(socketPath))
        return base::Error{base::ErrorKind::io, QStringLiteral("cannot listen on %1").arg(socketPath),
                           m_server.errorString()};
    m_handle.socketPath = socketPath;
    return {};
}

void SshAskpassServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections.size() >= mostConnections || !SshAskpassConnection::isThisUser(*socket)) {
            delete socket;
            continue;
        }
        m_connections.insert(new SshAskpassConnection(*this, socket));
    }
}

void SshAskpassServer::repeatAnswers()
{
    for (auto &[key, answer] : m_given)
        m_repeatable.insert_or_assign(key, std::move(answer));
    m_given.clear();
}

void SshAskpassServer::forgetAnswers()
{
    for (auto *answers : {&m_given, &m_repeatable}) {
        for (auto &[key, answer] : *answers)
            base::wipe(answer);
        answers->clear();
    }
}

void SshAskpassServer::fillIn(Question &question)
{
    question.id = nextQuestionId();
    question.host = m_host;
    question.again = m_given.contains({question.kind, question.subject}) && question.mayBeKept;
}

std::optional<QByteArray> SshAskpassServer::takeRepeated(const Question &question)
{
    auto known = m_repeatable.extract({question.kind, question.subject});
    if (known.empty())
        return std::nullopt;
    return std::move(known.mapped());
}

void SshAskpassServer::accepted(const Question &question, const QByteArray &answer)
{
    if (question.mayBeKept || question.kind == Question::Kind::hostKey)
        m_given.insert_or_assign({question.kind, question.subject}, QByteArray(answer.constData(), answer.size()));
}

void SshAskpassServer::decline(const Question &question)
{
    m_declined = true;
    Q_EMIT declined(question);
}

void SshAskpassServer::countAsking(int by)
{
    m_asking += by;
    Q_EMIT askingChanged();
}

} // namespace mediahelm::transport
