// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace mediahelm::base {

// The writing end of a QFuture<Result<T>> that always gets a result: dropped unfinished, it is finished as cancelled in
// the next turn of the event loop. (Not at once: it is dropped in destructors, often in that of the very object that
// waits for it, and its continuation must not meet that object half destroyed.)
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
    void abandon()
    {
        if (!m_promise)
            return;
        const auto cancel = [promise = std::shared_ptr<QPromise<Result<T>>>(std::move(m_promise))] {
            promise->addResult(Error{ErrorKind::cancelled, QStringLiteral("cancelled"), {}});
            promise->finish();
        };
        if (QCoreApplication *application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, cancel, Qt::QueuedConnection);
        else
            cancel();
    }

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
