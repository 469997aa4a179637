// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/calls.h"

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Pending;
using base::Result;

CallName nameOf(const QString &what, const char *method, const ApiPath &path)
{
    return {what, QString::fromLatin1(method + QByteArrayLiteral(" ") + path.path())};
}

RequestQueue::Call makeCall(const QString &what, const char *method, const ApiPath &path,
                            const model::ApiVersion &version, std::chrono::milliseconds deadline)
{
    RequestQueue::Call call;
    call.name = nameOf(what, method, path);
    call.request.method = method;
    call.request.target = path.target(version);
    call.deadline = deadline;
    call.bodyLimit = shortBody;
    return call;
}

QFuture<Result<void>> askNothing(RequestQueue &queue, const RequestQueue::Call &call)
{
    const auto pending = std::make_shared<Pending<void>>();
    queue.send(call, [pending](const Result<Reply> &reply) {
        pending->finish(reply ? Result<void>() : Result<void>(reply.error()));
    });
    return pending->future();
}

Error noContainerNamed(const QString &what)
{
    return Error{ErrorKind::invalid, QStringLiteral("cannot %1: no container is named").arg(what), {}};
}

} // namespace mediahelm::engine
