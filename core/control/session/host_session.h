// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/session/container_table.h"
#include "core/control/session/host_connection.h"
#include "core/control/session/throttle.h"

#include <QObject>

#include <memory>
#include <optional>

namespace mediahelm::control {

class ContainerWatch;

// One host: its connection, and what is known of its containers, which outlives the connection. Owned by the LiveFleet;
// main thread.
class HostSession final : public QObject
{
    Q_OBJECT

public:
    HostSession(model::HostProfile profile, const HostConnection::Surroundings &surroundings,
                QObject *parent = nullptr);
    ~HostSession() override;

    const model::HostProfile &profile() const { return m_profile; }
    HostStatus status() const;
    const ContainerTable &table() const { return m_table; }
    const std::optional<model::EngineInfo> &engineInfo() const { return m_engineInfo; }

    void connectNow() { m_connection.connectNow(); }
    void disconnectNow() { m_connection.disconnectNow(); }
    void wake() { m_connection.wake(); }

    bool connected() const { return m_connection.up(); }
    // Null unless connected or not responding; ends with linkGone().
    engine::EngineClient *engine() const;
    transport::Transport *transport() const { return m_connection.transport(); }
    void heard() { m_connection.heard(); } // on a stream of another's
    void lookAt(const base::ContainerId &id); // something was done to it

    model::ContainerChanges forgetAll(); // the host goes: what to report

Q_SIGNALS:
    void statusChanged();
    void containersChanged(const mediahelm::model::ContainerChanges &changes);
    void listed(); // for the first time
    void linkGone(); // drop what was made with engine() and transport(), now

private:
    void meetEngine();
    void leaveEngine();
    void listRead();
    void publish();

    model::HostProfile m_profile;
    HostConnection::Surroundings m_around;
    ContainerTable m_table;
    std::optional<model::EngineInfo> m_engineInfo;
    std::optional<qint64> m_lastEventNano;
    bool m_toldListed = false;
    Throttle m_publish;
    HostConnection m_connection;
    std::unique_ptr<ContainerWatch> m_watch;
};

} // namespace mediahelm::control
