// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/suspend_watch.h"

#include <utility>

namespace mediahelm::control {

using std::chrono::milliseconds;

namespace {

// Time servers nudge the wall clock by less.
constexpr milliseconds sleepAtLeast{1000};
constexpr milliseconds jumpAtLeast{5000};

bool apart(milliseconds a, milliseconds b, milliseconds limit)
{
    return a - b >= limit || b - a >= limit;
}

} // namespace

SuspendWatch::SuspendWatch(const base::Clock &clock, milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_last(offsets())
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &SuspendWatch::look);
    m_timer.start();
}

void SuspendWatch::look()
{
    const Offsets now = offsets();
    const Offsets before = std::exchange(m_last, now);
    if (apart(now.slept, before.slept, sleepAtLeast) || apart(now.wall, before.wall, jumpAtLeast))
        Q_EMIT woke();
}

SuspendWatch::Offsets SuspendWatch::offsets() const
{
    const milliseconds monotonic = m_clock.monotonic();
    return {m_clock.sinceBoot() - monotonic, milliseconds(m_clock.utcNow().toMSecsSinceEpoch()) - monotonic};
}

} // namespace mediahelm::control
