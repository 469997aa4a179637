// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/host_profile_store.h"

#include <QString>

#include <variant>

namespace mediahelm::app {

struct ChoiceError {
    int exitCode = 0;
    QString message;
    QString suggestion;
};

// The hosts that a command is about: all kept ones, or the one that --host names; an address makes a host that is not
// kept, named after its machine. Errors: noHost for a name that is not kept, usage for an address that is wrong.
std::variant<QList<model::HostProfile>, ChoiceError> chooseHosts(const QString &given,
                                                                 const QList<model::HostProfile> &kept);

// Those hosts for the sessions of one command; nothing is kept.
class ChosenHosts final : public settings::HostProfileStore
{
public:
    explicit ChosenHosts(QList<model::HostProfile> hosts);
    QList<model::HostProfile> hosts() const override { return m_hosts; }
    base::Status setHosts(const QList<model::HostProfile> &hosts) override;

private:
    const QList<model::HostProfile> m_hosts;
};

} // namespace mediahelm::app
