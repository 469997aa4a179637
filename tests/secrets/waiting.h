// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QTest>

namespace mediahelm::tests {

// What a future finishes with.
template<typename T>
base::Result<T> wait(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return base::Error{base::ErrorKind::internal, QStringLiteral("never finished"), {}};
    return future.result();
}

template<typename T>
QString wordsOf(const base::Result<T> &result)
{
    return result ? QStringLiteral("ok") : result.error().message + u' ' + result.error().detail;
}

} // namespace mediahelm::tests
