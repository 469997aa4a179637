// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/host_directory.h"

#include <deque>

namespace mediahelm::fakes {

class FakeFleet;

// A host directory that changes the fake fleet and remembers what was asked. Owned by the test; main thread.
class FakeHostDirectory final : public control::HostDirectory
{
public:
    explicit FakeHostDirectory(FakeFleet &fleet);

    base::Status add(const model::HostProfile &profile) override;
    base::Status update(const base::HostId &id, const model::HostProfile &profile) override;
    base::Status remove(const base::HostId &id) override;
    base::Status connectNow(const base::HostId &id) override; // puts the host into `connecting`
    base::Status disconnect(const base::HostId &id) override; // into `stopped`, disconnectedByUser
    // Stays open until finishTest() or failTest().
    QFuture<base::Result<control::ConnectionTestReport>> test(const model::HostProfile &profile) override;

    void refuseWrites(const std::optional<base::Error> &error); // nullopt: they work again
    void finishTest(const control::ConnectionTestReport &report); // the oldest open one
    void failTest(const base::Error &error);

    const QList<model::HostProfile> &tested() const { return m_tested; }
    const QList<base::HostId> &connects() const { return m_connects; }
    const QList<base::HostId> &disconnects() const { return m_disconnects; }

private:
    FakeFleet &m_fleet;
    std::optional<base::Error> m_writeError;
    QList<model::HostProfile> m_tested;
    QList<base::HostId> m_connects;
    QList<base::HostId> m_disconnects;
    std::deque<base::Pending<control::ConnectionTestReport>> m_tests;
};

} // namespace mediahelm::fakes
