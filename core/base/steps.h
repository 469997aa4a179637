// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace mediahelm::base {

template<typename T>
QCoro::Task<> deliver(QCoro::Task<Result<T>> steps, std::shared_ptr<Pending<T>> pending)
{
    pending->finish(co_await std::move(steps));
}

// The future of steps that a coroutine takes; main thread.
template<typename T>
QFuture<Result<T>> futureOf(QCoro::Task<Result<T>> steps)
{
    const auto pending = std::make_shared<Pending<T>>();
    const QFuture<Result<T>> future = pending->future();
    deliver(std::move(steps), pending);
    return future;
}

// What steps end with that find their object gone.
inline Error abandoned()
{
    return {ErrorKind::cancelled, QStringLiteral("cancelled"), {}};
}

} // namespace mediahelm::base
