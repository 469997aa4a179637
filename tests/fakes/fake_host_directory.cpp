// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_host_directory.h"

#include "fakes/fake_fleet.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Status;
using control::ConnectionTestReport;

namespace {

Error noSuchHost(const HostId &id)
{
    return Error{ErrorKind::notFound, QStringLiteral("there is no host %1").arg(id.text()), {}};
}

Error nameTaken(const HostId &id)
{
    return Error{ErrorKind::conflict, QStringLiteral("there is a host %1 already").arg(id.text()), {}};
}

model::ConnectionState phase(model::ConnectionPhase phase, model::ConnectionProblem problem,
                             const QDateTime &lastAnswer)
{
    model::ConnectionState state;
    state.phase = phase;
    state.problem = problem;
    state.since = QDateTime::currentDateTimeUtc();
    state.lastAnswer = lastAnswer;
    return state;
}

} // namespace

FakeHostDirectory::FakeHostDirectory(FakeFleet &fleet)
    : m_fleet(fleet)
{
}

Status FakeHostDirectory::add(const model::HostProfile &profile)
{
    if (m_writeError)
        return *m_writeError;
    if (m_fleet.host(profile.id))
        return nameTaken(profile.id);
    control::HostStatus status;
    status.profile = profile;
    status.connection = phase(model::ConnectionPhase::connecting, model::ConnectionProblem::none, {});
    m_fleet.setHost(status);
    return {};
}

Status FakeHostDirectory::update(const HostId &id, const model::HostProfile &profile)
{
    if (m_writeError)
        return *m_writeError;
    std::optional<control::HostStatus> status = m_fleet.host(id);
    if (!status)
        return noSuchHost(id);
    if (profile.id != id && m_fleet.host(profile.id))
        return nameTaken(profile.id);
    status->profile = profile;
    m_fleet.replaceHost(id, *status);
    return {};
}

Status FakeHostDirectory::remove(const HostId &id)
{
    if (m_writeError)
        return *m_writeError;
    if (!m_fleet.host(id))
        return noSuchHost(id);
    m_fleet.removeHost(id);
    return {};
}

Status FakeHostDirectory::connectNow(const HostId &id)
{
    const std::optional<control::HostStatus> status = m_fleet.host(id);
    if (!status)
        return noSuchHost(id);
    m_connects.append(id);
    m_fleet.setConnection(
        id, phase(model::ConnectionPhase::connecting, model::ConnectionProblem::none, status->connection.lastAnswer));
    return {};
}

Status FakeHostDirectory::disconnect(const HostId &id)
{
    const std::optional<control::HostStatus> status = m_fleet.host(id);
    if (!status)
        return noSuchHost(id);
    m_disconnects.append(id);
    m_fleet.setConnection(id,
                          phase(model::ConnectionPhase::stopped, model::ConnectionProblem::disconnectedByUser,
                                status->connection.lastAnswer));
    return {};
}

QFuture<base::Result<ConnectionTestReport>> FakeHostDirectory::test(const model::HostProfile &profile)
{
    m_tested.append(profile);
    m_tests.emplace_back();
    return m_tests.back().future();
}

void FakeHostDirectory::refuseWrites(const std::optional<Error> &error)
{
    m_writeError = error;
}

void FakeHostDirectory::finishTest(const ConnectionTestReport &report)
{
    if (m_tests.empty())
        return;
    base::Pending<ConnectionTestReport> pending = std::move(m_tests.front());
    m_tests.pop_front();
    pending.finish(report);
}

void FakeHostDirectory::failTest(const Error &error)
{
    if (m_tests.empty())
        return;
    base::Pending<ConnectionTestReport> pending = std::move(m_tests.front());
    m_tests.pop_front();
    pending.finish(error);
}

} // namespace mediahelm::fakes
