// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/host_directory.h"
#include "core/control/session/host_connection.h"

#include <QObject>

namespace mediahelm::settings {
class HostProfileStore;
}

namespace mediahelm::control {

class LiveFleet;

// The hosts in the settings, and the sessions that follow them. Owned by Sessions; main thread.
class KeptHosts final : public QObject, public HostDirectory
{
    Q_OBJECT

public:
    KeptHosts(settings::HostProfileStore &store, LiveFleet &fleet, const HostConnection::Surroundings &surroundings,
              QObject *parent = nullptr);

    base::Status add(const model::HostProfile &profile) override;
    base::Status update(const base::HostId &id, const model::HostProfile &profile) override;
    base::Status remove(const base::HostId &id) override;
    base::Status connectNow(const base::HostId &id) override;
    base::Status disconnect(const base::HostId &id) override;
    QFuture<base::Result<ConnectionTestReport>> test(const model::HostProfile &profile) override;

    void connectFromNowOn() { m_connectNew = true; } // until then hosts are only listed

private:
    base::Status keep(const QList<model::HostProfile> &profiles);

    settings::HostProfileStore &m_store;
    LiveFleet &m_fleet;
    HostConnection::Surroundings m_around;
    bool m_connectNew = false;
};

} // namespace mediahelm::control
