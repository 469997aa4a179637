// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mediahelm::base {

// Waits between attempts: first, x2 up to longest, each with jitter so that many hosts do not retry in step; without
// end. A value type; one owner.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : m_first(first)
        , m_longest(longest)
    {
    }

    // The wait before the next attempt: between half and all of the current step, never under `first` / 2.
    std::chrono::milliseconds next();
    void reset() { m_attempts = 0; }
    int attempts() const { return m_attempts; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    int m_attempts = 0;
};

} // namespace mediahelm::base
