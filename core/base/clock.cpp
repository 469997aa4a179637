// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <ctime>

namespace mediahelm::base {

namespace {

std::chrono::milliseconds read(clockid_t id)
{
    timespec now{};
    ::clock_gettime(id, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec)
                                                                 + std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return read(CLOCK_MONOTONIC);
}

std::chrono::milliseconds SystemClock::sinceBoot() const
{
    return read(CLOCK_BOOTTIME);
}

} // namespace mediahelm::base
