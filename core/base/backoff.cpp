// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace mediahelm::base {

std::chrono::milliseconds Backoff::next()
{
    // 2^20 seconds is past any sensible limit; stop counting there, not in undefined shifts.
    const int doublings = std::min(m_attempts, 20);
    ++m_attempts;
    const auto step = std::min<std::chrono::milliseconds>(m_first * (1L << doublings), m_longest);
    const auto half = step.count() / 2;
    return std::chrono::milliseconds(half + QRandomGenerator::global()->bounded(static_cast<qint64>(half) + 1));
}

} // namespace mediahelm::base
