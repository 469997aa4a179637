// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ring_buffer.h"
#include "core/metrics/host_counters.h"

#include <QObject>

#include <optional>

namespace mediahelm::control {

class LiveFleet;

// One machine's measurements while somebody watches: its counters, asked for at each tick. Owned by LiveStats; main
// thread.
class HostSampler final : public QObject
{
    Q_OBJECT

public:
    HostSampler(base::HostId host, LiveFleet &fleet, const base::Clock &clock, QObject *parent = nullptr);

    void ask();
    void drop(); // the host's link is going
    std::optional<model::HostSample> take(); // what came since the last take

Q_SIGNALS:
    void sampled(const mediahelm::model::HostSample &sample);

private:
    void read(const base::Result<QByteArray> &text);

    base::HostId m_host;
    LiveFleet &m_fleet;
    const base::Clock &m_clock;
    metrics::HostRates m_rates;
    std::optional<model::HostSample> m_latest;
    quint64 m_link = 0; // told by linkGone
    bool m_underWay = false;
    bool m_unsupported = false; // of this link: there is nothing to read
};

} // namespace mediahelm::control
