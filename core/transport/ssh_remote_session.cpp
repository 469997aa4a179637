// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_remote_session.h"

#include "core/transport/ssh_remote_script.h"

#include <QPointer>

#include <algorithm>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::size_t mostRequests = 16;
constexpr qsizetype longestReply = 1024 * 1024;
constexpr qsizetype longestLine = 256 * 1024;

Error endedError()
{
    return Error{ErrorKind::unreachable, QStringLiteral("the session on the host has ended"), {}};
}

} // namespace

SshRemoteSession::SshRemoteSession(std::function<void(const QByteArray &)> send)
    : m_send(std::move(send))
{
}

void SshRemoteSession::feed(const QByteArray &bytes)
{
    m_input += bytes;
    const QPointer<SshRemoteSession> self(this);
    qsizetype start = 0;
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n', start)) {
        const QByteArray line = m_input.mid(start, end - start);
        start = end + 1;
        takeLine(line);
        if (!self)
            return;
    }
    m_input.remove(0, start);
    if (m_input.size() > longestLine) {
        m_input.clear();
        m_tooLong = true;
    }
}

void SshRemoteSession::takeLine(const QByteArray &line)
{
    if (!m_greeted) { // before it, a login script may say anything
        m_greeted = line == remoteGreeting;
        return;
    }
    if (!line.startsWith(remoteEnd)) {
        m_tooLong = m_tooLong || m_reply.size() + line.size() >= longestReply;
        if (!m_tooLong)
            m_reply += line + '\n';
        return;
    }
    const QByteArray reply = std::exchange(m_reply, {});
    const bool tooLong = std::exchange(m_tooLong, false);
    if (m_requests.empty() || line.mid(qstrlen(remoteEnd)) != QByteArray::number(m_requests.front().id))
        return;
    Request request = std::move(m_requests.front());
    m_requests.pop_front();
    const QPointer<SshRemoteSession> self(this);
    Q_EMIT heard();
    if (!self)
        return;
    if (tooLong)
        request.reply.finish(Error{ErrorKind::invalid, QStringLiteral("the host's reply is too long"), {}});
    else
        request.reply.finish(reply);
}

QFuture<base::Result<QByteArray>> SshRemoteSession::request(const QByteArray &verb, const QString &argument,
                                                            std::chrono::milliseconds deadline)
{
    if (m_ended)
        return base::finishedWith<QByteArray>(endedError());
    if (m_requests.size() >= mostRequests)
        return base::finishedWith<QByteArray>(
            Error{ErrorKind::conflict, QStringLiteral("too many requests wait for the host"), {}});
    if (std::any_of(argument.begin(), argument.end(), [](QChar c) { return c < u' '; }))
        return base::finishedWith<QByteArray>(
            Error{ErrorKind::invalid, QStringLiteral("a request is one line"), argument.left(80)});

    Request request;
    request.id = ++m_lastId;
    const QFuture<base::Result<QByteArray>> future = request.reply.future();
    request.deadline = std::make_unique<QTimer>();
    request.deadline->setSingleShot(true);
    connect(request.deadline.get(), &QTimer::timeout, this, [this, id = m_lastId] { expire(id); });
    request.deadline->start(deadline);
    m_requests.push_back(std::move(request));
    QByteArray line = QByteArray::number(m_lastId) + ' ' + verb;
    if (!argument.isEmpty())
        line += ' ' + argument.toUtf8();
    m_send(line + '\n');
    return future;
}

void SshRemoteSession::expire(quint64 id)
{
    const auto at =
        std::find_if(m_requests.begin(), m_requests.end(), [id](const Request &one) { return one.id == id; });
    if (at != m_requests.end())
        at->reply.finish(Error{ErrorKind::timeout, QStringLiteral("the host did not answer in time"), {}});
}

void SshRemoteSession::end()
{
    m_ended = true;
    for (std::deque<Request> requests = std::exchange(m_requests, {}); Request & request : requests)
        request.reply.finish(endedError());
}

} // namespace mediahelm::transport
