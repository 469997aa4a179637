// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exchange.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using transport::ByteStream;

namespace {

// Enough for a reply in one gulp, and the bound of what a slow reader holds in memory.
constexpr qint64 readLimit = 256 * 1024;

} // namespace

Error CallName::error(ErrorKind kind, const QString &why, const QString &detail) const
{
    return Error{kind, QStringLiteral("cannot %1: %2").arg(what, why), detail};
}

Error CallName::badReply(const QString &why) const
{
    return error(ErrorKind::invalid, QStringLiteral("the reply to %1 is not understood: %2").arg(endpoint, why));
}

Exchange::Exchange(std::unique_ptr<ByteStream> stream, const CallName &name, const http::OutgoingRequest &request,
                   const Options &options)
    : m_stream(std::move(stream))
    , m_name(name)
    , m_parser({.bodyBytes = options.bodyLimit})
    , m_deadlineEndsWithHeader(options.covers == DeadlineCovers::header)
{
    if (!m_stream) {
        failSoon(m_name.error(ErrorKind::unreachable, QStringLiteral("the host is not connected")));
        return;
    }
    m_stream->setReadLimit(readLimit);
    connect(m_stream.get(), &ByteStream::readable, this, &Exchange::pull);
    connect(m_stream.get(), &ByteStream::closed, this, [this] {
        m_inputEnded = true;
        pull();
    });
    // To whoever called, "not found" and "refused" are the engine's words about the thing that was asked for.
    connect(m_stream.get(), &ByteStream::failed, this,
            [this](const Error &error) { fail(m_name.error(ErrorKind::unreachable, error.message, error.detail)); });
    connect(&m_deadline, &QTimer::timeout, this, [this, deadline = options.deadline] {
        fail(m_name.error(ErrorKind::timeout,
                          QStringLiteral("no answer within %1 s").arg(static_cast<double>(deadline.count()) / 1000)));
    });
    m_deadline.setSingleShot(true);
    m_deadline.start(options.deadline);
    m_stream->write(http::writeRequest(request));
}

Exchange::Exchange(const CallName &name, const Error &failure)
    : m_name(name)
    , m_parser({})
{
    failSoon(failure);
}

QByteArray Exchange::takeBody()
{
    return m_upgraded ? std::exchange(m_raw, {}) : m_parser.takeBody();
}

void Exchange::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!paused)
        QMetaObject::invokeMethod(this, &Exchange::pull, Qt::QueuedConnection);
}

void Exchange::write(const QByteArray &bytes)
{
    if (m_stream && m_upgraded)
        m_stream->write(bytes);
}

void Exchange::finishWriting()
{
    if (m_stream && m_upgraded)
        m_stream->finishWriting();
}

void Exchange::pull()
{
    if (m_ended || !m_stream || (m_paused && m_responded))
        return;
    const QPointer<Exchange> guard(this);
    const QByteArray bytes = m_stream->takeAll();
    if (m_upgraded) {
        m_raw += bytes;
    } else {
        const base::Status status = m_parser.feed(bytes);
        if (!status)
            return fail(m_name.badReply(status.error().message + QStringLiteral(" (%1)").arg(status.error().detail)));
    }
    if (!m_responded && m_parser.hasHeader()) {
        m_responded = true;
        m_upgraded = m_parser.isUpgrade();
        m_raw = m_parser.takeRest();
        const bool refused = m_parser.status() >= 400; // its body is the reason, and must not be waited for without end
        if (m_upgraded || (m_deadlineEndsWithHeader && !refused))
            m_deadline.stop();
        Q_EMIT responded();
    }
    if (guard && m_responded && !m_ended && !m_paused)
        Q_EMIT readable();
    if (guard && !m_ended && !m_paused && (m_inputEnded || (m_parser.isComplete() && !m_upgraded)))
        conclude();
}

void Exchange::conclude()
{
    if (!m_upgraded) {
        const base::Status status = m_parser.endOfInput();
        if (!status)
            return fail(m_name.error(ErrorKind::unreachable, status.error().message));
    }
    close();
    Q_EMIT finished();
}

void Exchange::fail(const Error &error)
{
    if (m_ended)
        return;
    close();
    Q_EMIT failed(error);
}

void Exchange::failSoon(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { fail(error); }, Qt::QueuedConnection);
}

void Exchange::close()
{
    m_ended = true;
    m_deadline.stop();
    if (m_stream)
        m_stream->disconnect(this);
    m_stream.reset();
}

} // namespace mediahelm::engine
