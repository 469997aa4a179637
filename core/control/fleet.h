// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_state.h"
#include "core/model/container.h"
#include "core/model/container_detail.h"
#include "core/model/engine_info.h"
#include "core/model/host_profile.h"
#include "core/model/raw_container.h"

#include "core/base/result.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace mediahelm::control {

struct HostStatus {
    model::HostProfile profile;
    model::ConnectionState connection;
    std::optional<model::EngineInfo> engine; // as last known
};

// What runs on all hosts, as last known: the read side of the seam. Owned by the composition root; main thread. Hosts
// are in the order of the settings. Reading costs no call to an engine.
class Fleet : public QObject
{
    Q_OBJECT

public:
    virtual QList<HostStatus> hosts() const = 0;
    virtual std::optional<HostStatus> host(const base::HostId &id) const = 0;
    virtual QList<model::Container> containers(const base::HostId &host) const = 0;
    virtual std::optional<model::Container> container(const model::ContainerKey &key) const = 0;
    // Whether the list has been read at least once, so that an empty one is truly empty.
    virtual bool listed(const base::HostId &host) const = 0;
    // Asks the engine now.
    virtual QFuture<base::Result<model::ContainerDetail>> inspect(const model::ContainerKey &key) = 0;
    // Likewise, with all that it takes to make the container again.
    virtual QFuture<base::Result<model::RawContainer>> rawContainer(const model::ContainerKey &key) = 0;

Q_SIGNALS:
    void hostAdded(const mediahelm::base::HostId &host);
    void hostRemoved(const mediahelm::base::HostId &host);
    void hostChanged(const mediahelm::base::HostId &host); // profile, connection or engine
    // At once for the first change after quiet, then coalesced to at most 20 a second per host.
    void containersChanged(const mediahelm::base::HostId &host, const mediahelm::model::ContainerChanges &changes);
    void hostListed(const mediahelm::base::HostId &host); // listed() became true

protected:
    using QObject::QObject;
};

} // namespace mediahelm::control
