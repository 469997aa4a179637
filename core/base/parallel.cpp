// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace mediahelm::base {

namespace {

// More would hold each other up in the allocator sooner than they would help.
constexpr int mostThreads = 4;

} // namespace

void inParallel(qsizetype count, const std::function<void(qsizetype)> &work)
{
    std::atomic<qsizetype> next{0};
    const auto takeTurns = [&] {
        for (qsizetype i = next++; i < count; i = next++)
            work(i);
    };
    const qsizetype threads = std::min<qsizetype>({count, mostThreads, QThread::idealThreadCount()});
    std::vector<std::jthread> helpers;
    try {
        for (qsizetype i = 1; i < threads; ++i)
            helpers.emplace_back(takeTurns);
    } catch (const std::system_error &) {
        // The system gives no more threads: those that there are do it all.
    }
    takeTurns();
}

} // namespace mediahelm::base
