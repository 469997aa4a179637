// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/local_endpoint.h"
#include "core/transport/ssh_transport.h"
#include "core/transport/transport_factory.h"

#include <QHash>

namespace mediahelm::transport {

// Transports to real engines: a socket of this machine, a TCP port, or OpenSSH. An address of `local` is looked up each
// time, so DOCKER_HOST and the current docker context may name any of these. Owned by the composition root; borrows
// questioner and clock.
class SystemTransportFactory final : public TransportFactory
{
public:
    SystemTransportFactory(Questioner &questioner, const base::Clock &clock, const SshSettings &ssh,
                           const LocalEnvironment &local);
    ~SystemTransportFactory() override;

    std::unique_ptr<Transport> create(const model::HostProfile &profile) override;

    // mediahelm-askpass beside the executable, or in ../libexec/mediahelm as it is installed; empty: not there.
    static QString findAskpass(const QString &applicationFolder);
    // The product's settings: this process's environment, the user's runtime folder.
    static SshSettings defaultSshSettings(const QString &applicationFolder);

private:
    Questioner &m_questioner;
    const base::Clock &m_clock;
    SshSettings m_ssh;
    LocalEnvironment m_local;
    QHash<QString, std::shared_ptr<SshMemory>> m_memories; // by address and socket
};

} // namespace mediahelm::transport
