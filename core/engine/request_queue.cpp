// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/request_queue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403: return ErrorKind::refused;
    case 404: return ErrorKind::notFound;
    case 409: return ErrorKind::conflict;
    case 405:
    case 501: return ErrorKind::unsupported;
    case 408:
    case 504: return ErrorKind::timeout;
    default: return status >= 500 ? ErrorKind::internal : ErrorKind::invalid;
    }
}

bool succeeded(int status)
{
    return (status >= 200 && status < 300) || status == 304;
}

} // namespace

Error errorOfReply(const CallName &name, int status, const QByteArray &body)
{
    // {"message": "..."} since API 1.24; anything else may be a proxy's page, and is quoted in its beginning.
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QString words = document.isObject() ? document.object().value(QLatin1String("message")).toString() : QString();
    if (words.isEmpty())
        words = QString::fromUtf8(body.left(200));
    words = words.simplified().left(1000);
    return name.error(kindOfStatus(status),
                      words.isEmpty() ? QStringLiteral("the engine answers with status %1").arg(status) : words,
                      QStringLiteral("%1: status %2").arg(name.endpoint).arg(status));
}

RequestQueue::RequestQueue(Opener opener, std::chrono::milliseconds longestWait)
    : m_opener(std::move(opener))
    , m_longestWait(longestWait)
{
}

RequestQueue::~RequestQueue() = default;

void RequestQueue::send(const Call &call, const Callback &done)
{
    const quint64 id = m_nextId++;
    if (m_quick.size() + m_slow.size() >= mostWaiting) {
        const Error error = call.name.error(ErrorKind::timeout, QStringLiteral("too many calls are waiting"));
        QMetaObject::invokeMethod(
            this, [done, error] { done(error); }, Qt::QueuedConnection);
        return;
    }
    Job job;
    job.id = id;
    job.call = call;
    job.done = done;
    (call.lane == Lane::quick ? m_quick : m_slow).push_back(std::move(job));
    startWhatMay();
    if (!m_running.contains(id))
        QTimer::singleShot(m_longestWait, this, [this, id] { giveUpWaiting(id); });
}

void RequestQueue::startWhatMay()
{
    while (inFlight() < mostInFlight) {
        if (!m_quick.empty()) {
            Job job = std::move(m_quick.front());
            m_quick.pop_front();
            start(std::move(job));
        } else if (!m_slow.empty() && m_slowRunning < mostSlowInFlight) {
            Job job = std::move(m_slow.front());
            m_slow.pop_front();
            ++m_slowRunning;
            start(std::move(job));
        } else {
            return;
        }
    }
}

void RequestQueue::start(Job job)
{
    const quint64 id = job.id;
    Exchange::Options options;
    options.deadline = job.call.deadline;
    options.bodyLimit = job.call.bodyLimit;
    job.exchange = std::make_unique<Exchange>(m_opener(), job.call.name, job.call.request, options);
    Exchange *exchange = job.exchange.get();
    connect(exchange, &Exchange::failed, this, [this, id](const Error &error) { finish(id, error); });
    connect(exchange, &Exchange::finished, this, [this, id, exchange] {
        const Reply reply{exchange->status(), exchange->takeBody(), exchange->header("Api-Version")};
        if (succeeded(reply.status))
            finish(id, reply);
        else
            finish(id, errorOfReply(exchange->name(), reply.status, reply.body));
    });
    m_running.emplace(id, std::move(job));
}

void RequestQueue::finish(quint64 id, const Result<Reply> &result)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    const Job job = std::move(found->second);
    m_running.erase(found);
    if (job.call.lane == Lane::slow)
        --m_slowRunning;
    startWhatMay();
    // Last: the callback may destroy the client and with it this queue.
    job.done(result);
}

void RequestQueue::giveUpWaiting(quint64 id)
{
    for (std::deque<Job> *waiting : {&m_quick, &m_slow}) {
        const auto found =
            std::find_if(waiting->begin(), waiting->end(), [id](const Job &job) { return job.id == id; });
        if (found == waiting->end())
            continue;
        const Job job = std::move(*found);
        waiting->erase(found);
        job.done(job.call.name.error(ErrorKind::timeout,
                                     QStringLiteral("other calls to this host went unanswered and held it up"), {}));
        return;
    }
}

} // namespace mediahelm::engine
