// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sample.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace mediahelm::control {

// Somebody's wish to see measurements. While at least one wish names a container its engine is asked for them, once for
// all; when none does, nothing is asked. Owned by the caller; main thread; destroying it ends the wish.
class StatsWatch : public QObject
{
    Q_OBJECT

public:
    virtual void setContainers(const QSet<model::ContainerKey> &keys) = 0;
    virtual void setHosts(const QSet<base::HostId> &hosts) = 0; // the machines themselves

Q_SIGNALS:
    // Once a second while anything is watched: what was measured since the last tick, at most one sample each. Engines
    // measure by a clock of their own, Podman every 5 s only, so one tick without a sample is no gap yet; samples of
    // one container that are more than 2.5 s apart (`at`) are, or more than 2.5 times what that engine takes.
    void sampled(const QList<mediahelm::model::ContainerSample> &containers,
                 const QList<mediahelm::model::HostSample> &hosts);

protected:
    using QObject::QObject;
};

class StatsSource
{
public:
    virtual ~StatsSource() = default;
    virtual std::unique_ptr<StatsWatch> watch() = 0; // of nothing yet; never null
    // The last 10 minutes, oldest first, of what was watched in that time.
    virtual QList<model::ContainerSample> recent(const model::ContainerKey &key) const = 0;
    virtual QList<model::HostSample> recentHost(const base::HostId &host) const = 0;
};

} // namespace mediahelm::control
