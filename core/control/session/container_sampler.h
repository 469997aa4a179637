// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/session/timings.h"
#include "core/engine/engine_streams.h"
#include "core/metrics/rate_calculator.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mediahelm::control {

class HostSession;
class LiveFleet;

// One container's measurements while somebody watches: one stream of the engine, open only while the container runs,
// opened again after a restart. Owned by LiveStats; main thread.
class ContainerSampler final : public QObject
{
    Q_OBJECT

public:
    ContainerSampler(model::ContainerKey key, LiveFleet &fleet, const base::Clock &clock, const Timings &timings,
                     QObject *parent = nullptr);
    ~ContainerSampler() override;

    void check(); // the container or its host changed: open or close
    void drop(); // the host's link is going
    bool streaming() const { return m_stream != nullptr; }
    std::optional<model::ContainerSample> take(); // what came since the last take, the newest

Q_SIGNALS:
    void sampled(const mediahelm::model::ContainerSample &sample);

private:
    void open(HostSession &session);
    void read(const engine::RawStats &reading);
    void ended();

    model::ContainerKey m_key;
    LiveFleet &m_fleet;
    const base::Clock &m_clock;
    metrics::RateCalculator m_rates;
    std::unique_ptr<engine::StatsStream> m_stream;
    std::optional<model::ContainerSample> m_latest;
    QTimer m_retry;
};

} // namespace mediahelm::control
