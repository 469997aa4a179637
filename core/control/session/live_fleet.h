// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/session/host_session.h"

#include <functional>
#include <memory>
#include <vector>

namespace mediahelm::control {

// The sessions of all hosts, in the order of the settings, and what they know. Owned by Sessions; main thread.
class LiveFleet final : public Fleet
{
    Q_OBJECT

public:
    explicit LiveFleet(const HostConnection::Surroundings &surroundings, QObject *parent = nullptr);
    ~LiveFleet() override;

    QList<HostStatus> hosts() const override;
    std::optional<HostStatus> host(const base::HostId &id) const override;
    QList<model::Container> containers(const base::HostId &host) const override;
    std::optional<model::Container> container(const model::ContainerKey &key) const override;
    bool listed(const base::HostId &host) const override;
    QFuture<base::Result<model::ContainerDetail>> inspect(const model::ContainerKey &key) override;
    QFuture<base::Result<model::RawContainer>> rawContainer(const model::ContainerKey &key) override;

    HostSession *session(const base::HostId &id) const; // null for an unknown host
    // Makes the sessions match the profiles: the unchanged ones are left alone, new and changed ones connect if
    // `connectNew`.
    void follow(const QList<model::HostProfile> &profiles, bool connectNew);
    void connectAll();
    void wakeAll();

Q_SIGNALS:
    void linkGone(const mediahelm::base::HostId &host); // drop what was made with the host's engine, now

private:
    using SessionPointer = std::unique_ptr<HostSession, std::function<void(HostSession *)>>;

    base::Result<engine::EngineClient *> engineOf(const base::HostId &host) const;
    SessionPointer makeSession(const model::HostProfile &profile);
    void forAll(void (HostSession::*act)());
    void dropOthers(const QList<model::HostProfile> &profiles);
    void replace(const model::HostProfile &profile, bool connectNew);
    std::vector<SessionPointer>::iterator find(const base::HostId &id);

    HostConnection::Surroundings m_around;
    std::vector<SessionPointer> m_sessions;
};

} // namespace mediahelm::control
