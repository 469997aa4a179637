// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace mediahelm::transport {

// Notices that a peer is gone, 11 s after its last sign at the latest: asks for a ping when nothing was heard for 4 s,
// or at once when this machine has slept, and gives up when nothing comes within 5 s. Owned by the transport; its
// thread.
class SshLiveness final : public QObject
{
    Q_OBJECT

public:
    struct Timings {
        std::chrono::milliseconds tick{2000};
        std::chrono::milliseconds quiet{4000};
        std::chrono::milliseconds answer{5000};
    };

    SshLiveness(const base::Clock &clock, const Timings &timings);
    explicit SshLiveness(const base::Clock &clock)
        : SshLiveness(clock, Timings{})
    {
    }

    void start();
    void stop();
    void heard();
    void check(); // what the ticks do

Q_SIGNALS:
    void pingWanted();
    void dead();

private:
    std::chrono::milliseconds slept() const { return m_clock.sinceBoot() - m_clock.monotonic(); }

    const base::Clock &m_clock;
    Timings m_timings;
    QTimer m_tick;
    QTimer m_answer;
    std::chrono::milliseconds m_lastHeard{0};
    std::chrono::milliseconds m_sleptBefore{0};
};

} // namespace mediahelm::transport
