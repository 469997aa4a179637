// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/engine/api_path.h"
#include "core/engine/request_queue.h"

#include <memory>

namespace mediahelm::engine {

// How the EngineClient makes its calls. Private to core/engine.

// Bodies beyond these are not an engine's: a list of 1,000 containers is 1 MB, an inspection some 10 kB.
constexpr qint64 longBody = 64 * 1024 * 1024;
constexpr qint64 shortBody = 4 * 1024 * 1024;

CallName nameOf(const QString &what, const char *method, const ApiPath &path);

// In the quick lane, with a short body.
RequestQueue::Call makeCall(const QString &what, const char *method, const ApiPath &path,
                            const model::ApiVersion &version, std::chrono::milliseconds deadline);

// Sends and decodes; a reply that cannot be decoded becomes an error that names the endpoint.
template<typename T>
QFuture<base::Result<T>> ask(RequestQueue &queue, const RequestQueue::Call &call,
                             base::Result<T> (*decode)(const QByteArray &))
{
    const auto pending = std::make_shared<base::Pending<T>>();
    queue.send(call, [pending, decode, name = call.name](const base::Result<Reply> &reply) {
        if (!reply)
            return pending->finish(reply.error());
        base::Result<T> value = decode(reply->body);
        if (value)
            pending->finish(std::move(value));
        else
            pending->finish(name.badReply(value.error().message));
    });
    return pending->future();
}

// For a call whose success has nothing to say.
QFuture<base::Result<void>> askNothing(RequestQueue &queue, const RequestQueue::Call &call);

// What a call without an id would otherwise reach: another endpoint.
base::Error noContainerNamed(const QString &what);

} // namespace mediahelm::engine
