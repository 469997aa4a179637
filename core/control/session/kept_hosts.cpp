// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/kept_hosts.h"

#include "core/control/session/connection_test.h"
#include "core/control/session/live_fleet.h"
#include "core/settings/host_profile_store.h"

#include <algorithm>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Result;
using base::Status;
using model::HostProfile;

namespace {

qsizetype indexOf(const QList<HostProfile> &profiles, const HostId &id)
{
    const auto it =
        std::find_if(profiles.begin(), profiles.end(), [&id](const HostProfile &profile) { return profile.id == id; });
    return it == profiles.end() ? -1 : std::distance(profiles.begin(), it);
}

Error unknown(const HostId &id)
{
    return {ErrorKind::notFound, QStringLiteral("there is no host '%1'").arg(id.text()), {}};
}

Error taken(const HostId &id)
{
    return {ErrorKind::conflict, QStringLiteral("there is a host '%1' already").arg(id.text()), {}};
}

} // namespace

KeptHosts::KeptHosts(settings::HostProfileStore &store, LiveFleet &fleet,
                     const HostConnection::Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_fleet(fleet)
    , m_around(surroundings)
{
}

Status KeptHosts::add(const HostProfile &profile)
{
    QList<HostProfile> profiles = m_store.hosts();
    if (profile.id.isEmpty())
        return Error{ErrorKind::invalid, QStringLiteral("a host needs a name"), {}};
    if (indexOf(profiles, profile.id) >= 0)
        return taken(profile.id);
    profiles.append(profile);
    return keep(profiles);
}

Status KeptHosts::update(const HostId &id, const HostProfile &profile)
{
    QList<HostProfile> profiles = m_store.hosts();
    const qsizetype index = indexOf(profiles, id);
    if (index < 0)
        return unknown(id);
    if (profile.id.isEmpty())
        return Error{ErrorKind::invalid, QStringLiteral("a host needs a name"), {}};
    const qsizetype other = indexOf(profiles, profile.id);
    if (other >= 0 && other != index)
        return taken(profile.id);
    profiles[index] = profile;
    return keep(profiles);
}

Status KeptHosts::remove(const HostId &id)
{
    QList<HostProfile> profiles = m_store.hosts();
    const qsizetype index = indexOf(profiles, id);
    if (index < 0)
        return unknown(id);
    profiles.removeAt(index);
    return keep(profiles);
}

Status KeptHosts::keep(const QList<HostProfile> &profiles)
{
    Status written = m_store.setHosts(profiles);
    if (written)
        m_fleet.follow(profiles, m_connectNew);
    return written;
}

Status KeptHosts::connectNow(const HostId &id)
{
    HostSession *session = m_fleet.session(id);
    if (!session)
        return unknown(id);
    session->connectNow();
    return {};
}

Status KeptHosts::disconnect(const HostId &id)
{
    HostSession *session = m_fleet.session(id);
    if (!session)
        return unknown(id);
    session->disconnectNow();
    return {};
}

QFuture<Result<ConnectionTestReport>> KeptHosts::test(const HostProfile &profile)
{
    auto *job = new ConnectionTest(profile, m_around, this);
    return job->start();
}

} // namespace mediahelm::control
