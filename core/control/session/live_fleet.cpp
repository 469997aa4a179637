// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/live_fleet.h"

#include "core/base/pending.h"
#include "core/engine/engine_client.h"

#include <algorithm>
#include <iterator>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Result;
using model::Container;
using model::ContainerDetail;
using model::HostProfile;

LiveFleet::LiveFleet(const HostConnection::Surroundings &surroundings, QObject *parent)
    : Fleet(parent)
    , m_around(surroundings)
{
}

LiveFleet::~LiveFleet() = default;

QList<HostStatus> LiveFleet::hosts() const
{
    QList<HostStatus> all;
    for (const SessionPointer &session : m_sessions)
        all.append(session->status());
    return all;
}

std::optional<HostStatus> LiveFleet::host(const HostId &id) const
{
    const HostSession *found = session(id);
    return found ? std::optional(found->status()) : std::nullopt;
}

QList<Container> LiveFleet::containers(const HostId &host) const
{
    const HostSession *found = session(host);
    return found ? found->table().containers() : QList<Container>{};
}

std::optional<Container> LiveFleet::container(const model::ContainerKey &key) const
{
    const HostSession *found = session(key.host);
    return found ? found->table().find(key.id) : std::nullopt;
}

bool LiveFleet::listed(const HostId &host) const
{
    const HostSession *found = session(host);
    return found && found->table().listed();
}

QFuture<Result<ContainerDetail>> LiveFleet::inspect(const model::ContainerKey &key)
{
    const Result<engine::EngineClient *> engine = engineOf(key.host);
    return engine ? (*engine)->inspect(key.id) : base::finishedWith<ContainerDetail>(engine.error());
}

QFuture<Result<model::RawContainer>> LiveFleet::rawContainer(const model::ContainerKey &key)
{
    const Result<engine::EngineClient *> engine = engineOf(key.host);
    return engine ? (*engine)->rawContainer(key.id) : base::finishedWith<model::RawContainer>(engine.error());
}

Result<engine::EngineClient *> LiveFleet::engineOf(const HostId &host) const
{
    const HostSession *found = session(host);
    if (!found)
        return Error{ErrorKind::notFound, QStringLiteral("there is no host '%1'").arg(host.text()), {}};
    if (!found->engine())
        return Error{ErrorKind::unreachable, QStringLiteral("the host '%1' is not connected").arg(host.text()), {}};
    return found->engine();
}

HostSession *LiveFleet::session(const HostId &id) const
{
    const auto it = std::find_if(m_sessions.begin(), m_sessions.end(),
                                 [&id](const SessionPointer &s) { return s->profile().id == id; });
    return it == m_sessions.end() ? nullptr : it->get();
}

std::vector<LiveFleet::SessionPointer>::iterator LiveFleet::find(const HostId &id)
{
    return std::find_if(m_sessions.begin(), m_sessions.end(),
                        [&id](const SessionPointer &s) { return s->profile().id == id; });
}

void LiveFleet::follow(const QList<HostProfile> &profiles, bool connectNew)
{
    dropOthers(profiles);
    std::vector<SessionPointer> ordered;
    QList<HostId> added;
    QList<HostProfile> changed;
    for (const HostProfile &profile : profiles) {
        const auto it = find(profile.id);
        if (it == m_sessions.end()) {
            ordered.push_back(makeSession(profile));
            added.append(profile.id);
            continue;
        }
        if ((*it)->profile() != profile)
            changed.append(profile);
        ordered.push_back(std::move(*it));
        m_sessions.erase(it);
    }
    m_sessions = std::move(ordered);
    // From here on slots run, which may come back to us.
    for (const HostId &id : std::as_const(added)) {
        Q_EMIT hostAdded(id);
        if (HostSession *fresh = session(id); fresh && connectNew)
            fresh->connectNow();
    }
    for (const HostProfile &profile : std::as_const(changed))
        replace(profile, connectNew);
}

// Slots that run meanwhile may add and remove hosts.
void LiveFleet::forAll(void (HostSession::*act)())
{
    QList<HostId> ids;
    for (const SessionPointer &one : m_sessions)
        ids.append(one->profile().id);
    for (const HostId &id : std::as_const(ids)) {
        if (HostSession *still = session(id))
            (still->*act)();
    }
}

void LiveFleet::connectAll()
{
    forAll(&HostSession::connectNow);
}

void LiveFleet::wakeAll()
{
    forAll(&HostSession::wake);
}

LiveFleet::SessionPointer LiveFleet::makeSession(const HostProfile &profile)
{
    // A host may be removed by a slot that its own signal runs: its session ends at once and is deleted a turn later,
    // or with us.
    SessionPointer session(new HostSession(profile, m_around), [this](HostSession *s) {
        s->disconnect();
        s->disconnectNow();
        s->setParent(this);
        s->deleteLater();
    });
    const HostId id = profile.id;
    connect(session.get(), &HostSession::statusChanged, this, [this, id] { Q_EMIT hostChanged(id); });
    connect(session.get(), &HostSession::containersChanged, this,
            [this, id](const model::ContainerChanges &changes) { Q_EMIT containersChanged(id, changes); });
    connect(session.get(), &HostSession::listed, this, [this, id] { Q_EMIT hostListed(id); });
    connect(session.get(), &HostSession::linkGone, this, [this, id] { Q_EMIT linkGone(id); });
    return session;
}

void LiveFleet::dropOthers(const QList<HostProfile> &profiles)
{
    std::vector<SessionPointer> leaving;
    const auto stays = [&profiles](const SessionPointer &session) {
        return std::any_of(profiles.begin(), profiles.end(),
                           [&session](const HostProfile &p) { return p.id == session->profile().id; });
    };
    const auto firstLeaving = std::stable_partition(m_sessions.begin(), m_sessions.end(), stays);
    std::move(firstLeaving, m_sessions.end(), std::back_inserter(leaving));
    m_sessions.erase(firstLeaving, m_sessions.end());
    for (const SessionPointer &session : leaving) {
        Q_EMIT linkGone(session->profile().id);
        Q_EMIT hostRemoved(session->profile().id);
    }
}

// The same name at another address: another machine, whose containers are others.
void LiveFleet::replace(const HostProfile &profile, bool connectNew)
{
    const HostId id = profile.id;
    Q_EMIT linkGone(id);
    const auto it = find(id);
    if (it == m_sessions.end())
        return;
    const model::ContainerChanges gone = (*it)->forgetAll();
    *it = makeSession(profile);
    if (!gone.isEmpty())
        Q_EMIT containersChanged(id, gone);
    Q_EMIT hostChanged(id);
    if (HostSession *fresh = session(id); fresh && connectNew)
        fresh->connectNow();
}

} // namespace mediahelm::control
