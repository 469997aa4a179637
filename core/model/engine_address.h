// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

namespace mediahelm::model {

// Where a host's engine is reached. A value type; made by parse() alone.
//   local              this machine's engine, found as the Docker CLI finds it
//   unix:///path       that socket
//   tcp://host:port    an unencrypted engine port; for a trusted network only
//   ssh://user@host    through OpenSSH
class EngineAddress
{
public:
    enum class Kind { local, unixSocket, tcp, ssh };

    static base::Result<EngineAddress> parse(QStringView text);
    static EngineAddress local() { return {}; }

    Kind kind() const { return m_kind; }
    const QString &socketPath() const { return m_socketPath; } // of unixSocket
    const QString &tcpHost() const { return m_tcpHost; } // of tcp
    int tcpPort() const { return m_tcpPort; } // of tcp
    const base::SshTarget &sshTarget() const { return m_sshTarget; } // of ssh
    QString text() const; // what parse() reads back

    friend bool operator==(const EngineAddress &, const EngineAddress &) = default;

private:
    Kind m_kind = Kind::local;
    QString m_socketPath;
    QString m_tcpHost;
    int m_tcpPort = 0;
    base::SshTarget m_sshTarget;
};

} // namespace mediahelm::model
