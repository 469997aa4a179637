// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/control/host_directory.h"
#include "core/settings/host_profile_store.h"

namespace mediahelm::app {

// `hosts list`, `hosts add`, `hosts remove`: the settings alone; nothing is connected to. Each returns the exit status.
int listHosts(const settings::HostProfileStore &store, Terminal &terminal, bool json, bool names);
int addHost(settings::HostProfileStore &store, Terminal &terminal, const QString &name, const QString &address,
            const QString &socket);
int removeHost(settings::HostProfileStore &store, Terminal &terminal, const QString &name);

// `hosts test`.
class HostTestJob final : public Job
{
    Q_OBJECT

public:
    HostTestJob(control::HostDirectory &hosts, Terminal &terminal, model::HostProfile profile, bool json);
    void start() override;

private:
    void report(const control::ConnectionTestReport &report);

    control::HostDirectory &m_hosts;
    Terminal &m_terminal;
    const model::HostProfile m_profile;
    const bool m_json;
};

} // namespace mediahelm::app
