// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"

#include "core/engine/calls.h"
#include "core/engine/decode_containers.h"
#include "core/engine/decode_engine.h"

#include <algorithm>
#include <utility>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Pending;
using base::Result;
using model::ApiVersion;
using Lane = RequestQueue::Lane;

namespace {

constexpr ApiVersion oldestApi{1, 24}; // Docker 1.12: the first with {"message"} in its errors
constexpr ApiVersion newestApi{1, 51}; // Docker 28.3

// Something that answers, but not as an engine does.
Error notAnEngine(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::notFound:
    case ErrorKind::invalid:
    case ErrorKind::unsupported:
        return Error{ErrorKind::invalid, QStringLiteral("what answers is not a Docker engine"), error.message};
    default: return error;
    }
}

} // namespace

EngineClient::EngineClient(StreamOpener opener, QObject *parent)
    : EngineClient(std::move(opener), Deadlines{}, parent)
{
}

EngineClient::EngineClient(StreamOpener opener, Deadlines deadlines, QObject *parent)
    : QObject(parent)
    , m_deadlines(deadlines)
    , m_queue(std::make_unique<RequestQueue>(std::move(opener)))
{
}

EngineClient::~EngineClient() = default;

QFuture<Result<ApiVersion>> EngineClient::negotiate()
{
    const auto pending = std::make_shared<Pending<ApiVersion>>();
    const RequestQueue::Call call = makeCall(QStringLiteral("agree on an API version with the engine"), "GET",
                                             ApiPath("/_ping"), {}, m_deadlines.ping);
    m_queue->send(call, [this, pending](const Result<Reply> &reply) {
        if (!reply)
            return pending->finish(notAnEngine(reply.error()));
        const std::optional<ApiVersion> newest = parseApiVersion(reply->apiVersion);
        // Without the header it is an old engine or none; with one beyond ours its oldest counts, too.
        if (!newest || *newest > newestApi)
            return chooseByVersion(pending);
        if (*newest < oldestApi)
            return pending->finish(
                Error{ErrorKind::unsupported,
                      QStringLiteral("the engine speaks API versions up to %1; 1.24 is needed").arg(newest->text()),
                      {}});
        m_version = *newest;
        pending->finish(m_version);
    });
    return pending->future();
}

void EngineClient::chooseByVersion(const Chosen &pending)
{
    const RequestQueue::Call call =
        makeCall(QStringLiteral("read the engine's version"), "GET", ApiPath("/version"), {}, m_deadlines.ping);
    m_queue->send(call, [this, pending](const Result<Reply> &reply) {
        if (!reply)
            return pending->finish(notAnEngine(reply.error()));
        const Result<VersionReply> version = decodeVersion(reply->body);
        if (!version)
            return pending->finish(notAnEngine(version.error()));
        if (version->newest < oldestApi || version->oldest > newestApi)
            return pending->finish(
                Error{ErrorKind::unsupported,
                      QStringLiteral("the engine speaks API versions %1 to %2; we speak %3 to %4")
                          .arg(version->oldest.text(), version->newest.text(), oldestApi.text(), newestApi.text()),
                      {}});
        m_version = std::min(version->newest, newestApi);
        pending->finish(m_version);
    });
}

QFuture<Result<void>> EngineClient::ping()
{
    return askNothing(*m_queue,
                      makeCall(QStringLiteral("reach the engine"), "GET", ApiPath("/_ping"), {}, m_deadlines.ping));
}

QFuture<Result<model::EngineInfo>> EngineClient::info()
{
    const auto pending = std::make_shared<Pending<model::EngineInfo>>();
    const QString what = QStringLiteral("read what the engine says of itself");
    const auto onInfo = [this, pending, what](const VersionReply &version) {
        const RequestQueue::Call call = makeCall(what, "GET", ApiPath("/info"), m_version, m_deadlines.list);
        m_queue->send(call, [this, pending, version, name = call.name](const Result<Reply> &reply) {
            if (!reply)
                return pending->finish(reply.error());
            Result<model::EngineInfo> info = decodeInfo(reply->body);
            if (!info)
                return pending->finish(name.badReply(info.error().message));
            info->product = version.product;
            info->version = version.version;
            info->api = m_version;
            pending->finish(std::move(info));
        });
    };
    const RequestQueue::Call call = makeCall(what, "GET", ApiPath("/version"), m_version, m_deadlines.list);
    m_queue->send(call, [pending, onInfo, name = call.name](const Result<Reply> &reply) {
        if (!reply)
            return pending->finish(reply.error());
        const Result<VersionReply> version = decodeVersion(reply->body);
        if (!version)
            return pending->finish(name.badReply(version.error().message));
        onInfo(*version);
    });
    return pending->future();
}

QFuture<Result<model::DiskUsage>> EngineClient::diskUsage()
{
    RequestQueue::Call call = makeCall(QStringLiteral("read the engine's disk usage"), "GET", ApiPath("/system/df"),
                                       m_version, m_deadlines.action);
    call.bodyLimit = longBody;
    call.lane = Lane::slow;
    return ask(*m_queue, call, &decodeDiskUsage);
}

QFuture<Result<QList<model::Image>>> EngineClient::images()
{
    RequestQueue::Call call =
        makeCall(QStringLiteral("list the images"), "GET", ApiPath("/images/json"), m_version, m_deadlines.list);
    call.bodyLimit = longBody;
    return ask(*m_queue, call, &decodeImages);
}

QFuture<Result<QList<model::Container>>> EngineClient::containers()
{
    RequestQueue::Call call = makeCall(QStringLiteral("list the containers"), "GET",
                                       ApiPath("/containers/json").query("all", 1), m_version, m_deadlines.list);
    call.bodyLimit = longBody;
    return ask(*m_queue, call, &decodeContainers);
}

ApiVersion EngineClient::apiVersion() const
{
    return m_version;
}

int EngineClient::callsInFlight() const
{
    return m_queue->inFlight();
}

} // namespace mediahelm::engine
