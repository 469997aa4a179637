// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"

#include "core/engine/calls.h"
#include "core/engine/decode_containers.h"

namespace mediahelm::engine {

using base::ContainerId;
using base::ErrorKind;
using base::Pending;
using base::Result;
using model::ApiVersion;
using model::ContainerAction;
using Lane = RequestQueue::Lane;

namespace {

constexpr std::chrono::seconds defaultGrace{10}; // the engine's, before SIGKILL

QString inspectWhat(const ContainerId &id)
{
    return QStringLiteral("inspect container %1").arg(shortId(id));
}

RequestQueue::Call inspectCall(const ContainerId &id, const ApiVersion &version, std::chrono::milliseconds deadline)
{
    RequestQueue::Call call = makeCall(inspectWhat(id), "GET", ApiPath("/containers/", id, "/json"), version, deadline);
    call.lane = Lane::slow;
    return call;
}

QString actionWhat(const ContainerId &id, ContainerAction action)
{
    return QStringLiteral("%1 container %2").arg(model::containerActionName(action), shortId(id));
}

ApiPath actionPath(const ContainerId &id, ContainerAction action, const EngineClient::ActionOptions &options)
{
    switch (action) {
    case ContainerAction::start: return {"/containers/", id, "/start"};
    case ContainerAction::stop:
    case ContainerAction::restart: {
        ApiPath path("/containers/", id, action == ContainerAction::stop ? "/stop" : "/restart");
        return options.graceSeconds ? path.query("t", *options.graceSeconds) : path;
    }
    case ContainerAction::pause: return {"/containers/", id, "/pause"};
    case ContainerAction::unpause: return {"/containers/", id, "/unpause"};
    case ContainerAction::kill: return {"/containers/", id, "/kill"};
    case ContainerAction::remove: break;
    }
    ApiPath path("/containers/", id, "");
    return path.query("force", options.force).query("v", options.removeAnonymousVolumes);
}

bool hasGrace(ContainerAction action)
{
    return action == ContainerAction::stop || action == ContainerAction::restart;
}

} // namespace

QFuture<Result<model::ContainerDetail>> EngineClient::inspect(const ContainerId &id)
{
    if (id.isEmpty())
        return base::finishedWith<model::ContainerDetail>(noContainerNamed(inspectWhat(id)));
    return ask<model::ContainerDetail>(
        *m_queue, inspectCall(id, m_version, m_deadlines.inspect), [](const QByteArray &json) {
            Result<Inspection> inspection = decodeInspection(json);
            return inspection ? Result<model::ContainerDetail>(std::move(inspection->detail))
                              : Result<model::ContainerDetail>(inspection.error());
        });
}

QFuture<Result<void>> EngineClient::act(const ContainerId &id, ContainerAction action, const ActionOptions &options)
{
    const QString what = actionWhat(id, action);
    if (id.isEmpty())
        return base::finishedWith<void>(noContainerNamed(what));
    RequestQueue::Call call = makeCall(what, action == ContainerAction::remove ? "DELETE" : "POST",
                                       actionPath(id, action, options), m_version, m_deadlines.action);
    call.lane = Lane::slow;
    if (!hasGrace(action))
        return askNothing(*m_queue, call);
    if (options.graceSeconds) {
        call.deadline += std::chrono::seconds(*options.graceSeconds);
        return askNothing(*m_queue, call);
    }

    // How long the engine may rightly take is the container's own setting.
    const auto pending = std::make_shared<Pending<void>>();
    m_queue->send(inspectCall(id, m_version, m_deadlines.list), [this, pending, call](const Result<Reply> &reply) {
        RequestQueue::Call stop = call;
        std::chrono::seconds grace = defaultGrace;
        if (reply) {
            const Result<Inspection> inspection = decodeInspection(reply->body);
            if (inspection && inspection->stopTimeoutSeconds)
                grace = std::chrono::seconds(*inspection->stopTimeoutSeconds);
        } else if (reply.error().kind == ErrorKind::notFound || reply.error().kind == ErrorKind::unreachable) {
            return pending->finish(reply.error());
        }
        stop.deadline += grace;
        m_queue->send(stop, [pending](const Result<Reply> &done) {
            pending->finish(done ? Result<void>() : Result<void>(done.error()));
        });
    });
    return pending->future();
}

} // namespace mediahelm::engine
