// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace mediahelm::secrets {

template<typename T>
QCoro::Task<> deliver(QCoro::Task<base::Result<T>> steps, std::shared_ptr<base::Pending<T>> pending)
{
    pending->finish(co_await std::move(steps));
}

// The future of steps that a coroutine takes; main thread.
template<typename T>
QFuture<base::Result<T>> futureOf(QCoro::Task<base::Result<T>> steps)
{
    const auto pending = std::make_shared<base::Pending<T>>();
    const QFuture<base::Result<T>> future = pending->future();
    deliver(std::move(steps), pending);
    return future;
}

// What steps end with that find their object gone.
inline base::Error abandoned()
{
    return {base::ErrorKind::cancelled, QStringLiteral("cancelled"), {}};
}

} // namespace mediahelm::secrets
