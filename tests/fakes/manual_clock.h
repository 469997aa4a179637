// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace mediahelm::fakes {

// Time that a test moves. Starts at 2026-01-01 12:00:00 UTC and an hour after boot. Owned by the test; one thread.
class ManualClock final : public base::Clock
{
public:
    QDateTime utcNow() const override { return m_utc; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }

    // Time passes.
    void advance(std::chrono::milliseconds by)
    {
        m_utc = m_utc.addMSecs(by.count());
        m_monotonic += by;
        m_sinceBoot += by;
    }
    // The machine slept: the monotonic clock stood still.
    void suspend(std::chrono::milliseconds by)
    {
        m_utc = m_utc.addMSecs(by.count());
        m_sinceBoot += by;
    }
    // Somebody set the wall clock, forward or back.
    void jump(std::chrono::milliseconds by) { m_utc = m_utc.addMSecs(by.count()); }

private:
    QDateTime m_utc = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    std::chrono::milliseconds m_monotonic{3'600'000};
    std::chrono::milliseconds m_sinceBoot{3'600'000};
};

} // namespace mediahelm::fakes
