// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/local_configuration.h"

// How a call goes to the thread and comes back. Private to core/control/configuration.
namespace mediahelm::control {

template<typename T>
QFuture<base::Result<T>> LocalConfiguration::run(std::function<base::Result<T>(ConfigurationDesk &)> work)
{
    if (m_waiting >= mostWaiting)
        return base::finishedWith<T>(
            base::Error{base::ErrorKind::refused, QStringLiteral("too much is asked of the workspace at once"), {}});
    ++m_waiting;
    // It goes to the thread and comes back: no end of it stays there.
    auto pending = std::make_shared<base::Pending<T>>();
    QFuture<base::Result<T>> future = pending->future();
    m_desk.post([this, pending = std::move(pending), work = std::move(work)](ConfigurationDesk &desk) mutable {
        auto result = std::make_shared<base::Result<T>>(work(desk));
        answer([this, pending = std::move(pending), result = std::move(result)] {
            --m_waiting;
            pending->finish(std::move(*result));
        });
    });
    return future;
}

} // namespace mediahelm::control
