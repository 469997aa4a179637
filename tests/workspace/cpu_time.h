// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace mediahelm::tests {

// CPU time of this thread in ms: a bound on it means the same on a busy machine.
inline qint64 cpuMilliseconds()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return qint64(used.tv_sec) * 1000 + used.tv_nsec / 1'000'000;
}

// How much dearer everything is as this was built.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int cpuFactor = 10;
#else
inline constexpr int cpuFactor = 1;
#endif

} // namespace mediahelm::tests
