// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace mediahelm::base {

// Time from outside, so that tests can own it. Handed in by constructor and borrowed; stateless, any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    // Wall clock in UTC: for what is shown and stored. May jump.
    virtual QDateTime utcNow() const = 0;
    // Never goes back and does not count suspended time: for deadlines and rates.
    virtual std::chrono::milliseconds monotonic() const = 0;
    // As monotonic(), and counts suspended time: for noticing that the machine slept.
    virtual std::chrono::milliseconds sinceBoot() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime utcNow() const override;
    std::chrono::milliseconds monotonic() const override;
    std::chrono::milliseconds sinceBoot() const override;
};

} // namespace mediahelm::base
