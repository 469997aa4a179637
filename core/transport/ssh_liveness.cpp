// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_liveness.h"

namespace mediahelm::transport {

namespace {

constexpr std::chrono::milliseconds noticeableSleep{1000};

} // namespace

SshLiveness::SshLiveness(const base::Clock &clock, const Timings &timings)
    : m_clock(clock)
    , m_timings(timings)
{
    m_tick.setTimerType(Qt::CoarseTimer);
    m_answer.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SshLiveness::check);
    connect(&m_answer, &QTimer::timeout, this, [this] {
        stop();
        Q_EMIT dead();
    });
}

void SshLiveness::start()
{
    m_lastHeard = m_clock.monotonic();
    m_sleptBefore = slept();
    m_tick.start(m_timings.tick);
}

void SshLiveness::stop()
{
    m_tick.stop();
    m_answer.stop();
}

void SshLiveness::heard()
{
    m_lastHeard = m_clock.monotonic();
    m_answer.stop();
}

void SshLiveness::check()
{
    const std::chrono::milliseconds now = slept();
    const bool hasSlept = now - std::exchange(m_sleptBefore, now) >= noticeableSleep;
    const bool quiet = m_clock.monotonic() - m_lastHeard >= m_timings.quiet;
    // A ping from before the sleep proves nothing, and its time is not counted on.
    if (!hasSlept && (!quiet || m_answer.isActive()))
        return;
    m_answer.start(m_timings.answer);
    Q_EMIT pingWanted();
}

} // namespace mediahelm::transport
