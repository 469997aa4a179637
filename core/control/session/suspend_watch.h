// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace mediahelm::control {

// Notices that this machine slept, or that its wall clock was set: the three clocks no longer agree. Owned by Sessions;
// main thread.
class SuspendWatch final : public QObject
{
    Q_OBJECT

public:
    SuspendWatch(const base::Clock &clock, std::chrono::milliseconds interval, QObject *parent = nullptr);

    void look();

Q_SIGNALS:
    void woke();

private:
    struct Offsets {
        std::chrono::milliseconds slept; // boot time beyond monotonic time
        std::chrono::milliseconds wall; // wall clock beyond monotonic time
    };
    Offsets offsets() const;

    const base::Clock &m_clock;
    Offsets m_last;
    QTimer m_timer;
};

} // namespace mediahelm::control
