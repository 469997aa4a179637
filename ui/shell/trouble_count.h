// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"

class QTimer;

namespace mediahelm::ui {

// How many services need attention, and when that changes by the passing of time alone. Lives for one counting; main
// thread.
class TroubleCount
{
public:
    void add(const QList<model::Container> &containers);
    int services() const { return m_services; }
    // Starts the single-shot timer for the moment in which the count is to be taken anew, or stops it.
    void schedule(QTimer &timer) const;

private:
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    QDateTime m_changesAt;
    int m_services = 0;
};

} // namespace mediahelm::ui
