// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/host_profile_store.h"

#include <optional>
#include <utility>

namespace mediahelm::fakes {

// Hosts kept in memory, and a disk that can fail. Owned by the test; one thread.
class MemoryHostProfileStore final : public settings::HostProfileStore
{
public:
    explicit MemoryHostProfileStore(QList<model::HostProfile> hosts = {})
        : m_hosts(std::move(hosts))
    {
    }

    QList<model::HostProfile> hosts() const override { return m_hosts; }
    base::Status setHosts(const QList<model::HostProfile> &hosts) override
    {
        ++m_writes;
        if (m_failure)
            return *m_failure;
        m_hosts = hosts;
        return {};
    }

    void failWith(std::optional<base::Error> failure) { m_failure = std::move(failure); }
    int writes() const { return m_writes; } // tried ones, failed or not

private:
    QList<model::HostProfile> m_hosts;
    std::optional<base::Error> m_failure;
    int m_writes = 0;
};

} // namespace mediahelm::fakes
