// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/stream_reader.h"

#include "core/engine/request_queue.h"

namespace mediahelm::engine {

namespace {

constexpr qsizetype longestRefusal = 64 * 1024;

bool isSuccess(int status)
{
    return status == 101 || (status >= 200 && status < 300);
}

} // namespace

StreamReader::StreamReader(std::unique_ptr<Exchange> exchange)
    : m_exchange(std::move(exchange))
{
}

StreamReader::~StreamReader() = default;

void StreamReader::start(QObject *self)
{
    m_self = self;
    QObject::connect(m_exchange.get(), &Exchange::responded, self, [this] { responded(); });
    QObject::connect(m_exchange.get(), &Exchange::readable, self, [this] { readable(); });
    QObject::connect(m_exchange.get(), &Exchange::finished, self, [this] { finished(); });
    QObject::connect(m_exchange.get(), &Exchange::failed, self, [this](const base::Error &error) { endWith(error); });
}

void StreamReader::breakOff(const QString &why)
{
    endWith(m_exchange->name().badReply(why));
}

void StreamReader::endWith(const base::Error &error)
{
    if (m_ended)
        return;
    stop();
    onFailed(error);
}

void StreamReader::stop()
{
    m_ended = true;
    m_exchange->disconnect(m_self);
    m_exchange->close();
}

void StreamReader::responded()
{
    if (isSuccess(m_exchange->status()))
        onOpened();
}

void StreamReader::readable()
{
    const QByteArray bytes = m_exchange->takeBody();
    if (bytes.isEmpty() || m_ended)
        return;
    if (isSuccess(m_exchange->status()))
        return onBytes(bytes);
    m_refusal += bytes.left(longestRefusal - m_refusal.size());
}

void StreamReader::finished()
{
    if (!isSuccess(m_exchange->status()))
        return endWith(errorOfReply(m_exchange->name(), m_exchange->status(), m_refusal));
    m_exchange->disconnect(m_self);
    onEnd();
}

} // namespace mediahelm::engine
