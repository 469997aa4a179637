// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"

#include "core/engine/calls.h"
#include "core/engine/decode_events.h"
#include "core/engine/decode_stats.h"
#include "core/engine/event_stream.h"
#include "core/engine/exec_runner.h"
#include "core/engine/json_fields.h"
#include "core/engine/log_stream.h"
#include "core/engine/stats_stream.h"
#include "core/engine/timestamps.h"

namespace mediahelm::engine {

using base::ContainerId;
using base::ErrorKind;
using base::Pending;
using base::Result;
using model::ApiVersion;

namespace {

constexpr ApiVersion oneShotSince{1, 41};

QString statsWhat(const ContainerId &id)
{
    return QStringLiteral("read statistics of container %1").arg(shortId(id));
}

} // namespace

std::unique_ptr<Exchange> EngineClient::openExchange(const QString &what, const ApiPath &path)
{
    http::OutgoingRequest request;
    request.target = path.target(m_version);
    Exchange::Options options;
    options.deadline = m_deadlines.inspect;
    options.covers = Exchange::DeadlineCovers::header;
    return std::make_unique<Exchange>(m_queue->openStream(), nameOf(what, "GET", path), request, options);
}

std::unique_ptr<EventStream> EngineClient::events(const EventFilter &filter)
{
    ApiPath path("/events");
    path.query("filters", encodeEventFilters(filter));
    if (filter.sinceNano)
        path.query("since", secondsAndNanos(*filter.sinceNano));
    return readEvents(openExchange(QStringLiteral("follow the engine's events"), path));
}

std::unique_ptr<Exchange> EngineClient::openExchangeOn(const ContainerId &id, const QString &what, const ApiPath &path)
{
    if (id.isEmpty())
        return std::make_unique<Exchange>(nameOf(what, "GET", path), noContainerNamed(what));
    return openExchange(what, path);
}

std::unique_ptr<LogStream> EngineClient::logs(const ContainerId &id, bool tty, const model::LogOptions &options)
{
    ApiPath path("/containers/", id, "/logs");
    path.query("stdout", 1).query("stderr", 1).query("follow", options.follow);
    path.query("timestamps", options.timestamps);
    path.query("tail", options.tail < 0 ? QByteArrayLiteral("all") : QByteArray::number(options.tail));
    if (options.since.isValid())
        path.query("since", secondsAndNanos(options.since));
    if (options.until.isValid())
        path.query("until", secondsAndNanos(options.until));
    return readLog(openExchangeOn(id, QStringLiteral("read the log of container %1").arg(shortId(id)), path), tty,
                   options.timestamps);
}

std::unique_ptr<StatsStream> EngineClient::stats(const ContainerId &id)
{
    ApiPath path("/containers/", id, "/stats");
    return readStats(openExchangeOn(id, statsWhat(id), path.query("stream", 1)));
}

QFuture<Result<RawStats>> EngineClient::statsOnce(const ContainerId &id)
{
    const QString what = statsWhat(id);
    if (id.isEmpty())
        return base::finishedWith<RawStats>(noContainerNamed(what));
    ApiPath path("/containers/", id, "/stats");
    path.query("stream", 0);
    if (m_version >= oneShotSince)
        path.query("one-shot", 1);
    RequestQueue::Call call = makeCall(what, "GET", path, m_version, m_deadlines.list);
    call.lane = RequestQueue::Lane::slow;
    const auto pending = std::make_shared<Pending<RawStats>>();
    m_queue->send(call, [pending, name = call.name](const Result<Reply> &reply) {
        if (!reply)
            return pending->finish(reply.error());
        const Result<QJsonObject> object = parseObject(reply->body);
        if (!object)
            return pending->finish(name.badReply(object.error().message));
        const std::optional<RawStats> stats = decodeStats(*object);
        if (stats)
            pending->finish(*stats);
        else
            pending->finish(name.error(ErrorKind::conflict, QStringLiteral("it does not run")));
    });
    return pending->future();
}

std::unique_ptr<ExecSession> EngineClient::exec(const ContainerId &id, const ExecOptions &options)
{
    return runExec(*m_queue, id, options, m_version, m_deadlines.inspect);
}

} // namespace mediahelm::engine
