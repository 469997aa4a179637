// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/log_source.h"

namespace mediahelm::control {

class LiveFleet;

// Opens the logs of containers. Owned by Sessions, and borrowed by its feeds, which end when it does; main thread.
class LiveLogs final : public QObject, public LogSource
{
    Q_OBJECT

public:
    explicit LiveLogs(LiveFleet &fleet, QObject *parent = nullptr);

    std::unique_ptr<LogFeed> open(const model::ContainerKey &key, const model::LogOptions &options) override;

private:
    LiveFleet &m_fleet;
};

} // namespace mediahelm::control
