// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace mediahelm::base {

// The writing end of a QFuture<Result<T>> that always gets a result: who drops it unfinished finishes it as cancelled.
// So a future of ours is never "canceled" in Qt's sense, a continuation always runs while its context lives, and a
// coroutine that awaits one never reads a missing value. Owned by whoever does the work; one thread, the owner's.
template<typename T>
class Pending
{
public:
    Pending()
        : m_promise(std::make_unique<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    Pending(Pending &&) noexcept = default;
    Pending &operator=(Pending &&other) noexcept
    {
        abandon();
        m_promise = std::move(other.m_promise);
        return *this;
    }
    ~Pending() { abandon(); }

    QFuture<Result<T>> future() const { return m_promise->future(); }
    bool finished() const { return !m_promise; }

    // The first result stands; later ones are ignored.
    void finish(Result<T> result)
    {
        if (!m_promise)
            return;
        const std::unique_ptr<QPromise<Result<T>>> promise = std::move(m_promise);
        promise->addResult(std::move(result));
        promise->finish();
    }

private:
    void abandon() { finish(Error{ErrorKind::cancelled, QStringLiteral("cancelled"), {}}); }

    std::unique_ptr<QPromise<Result<T>>> m_promise;
};

// A future that is finished already.
template<typename T>
QFuture<Result<T>> finishedWith(Result<T> result)
{
    Pending<T> pending;
    QFuture<Result<T>> future = pending.future();
    pending.finish(std::move(result));
    return future;
}

} // namespace mediahelm::base
