// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/engine_address.h"

namespace mediahelm::model {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

// sockaddr_un::sun_path holds 108 bytes with the closing NUL.
constexpr qsizetype longestSocketPath = 107;

Result<QString> parseSocketPath(QStringView path)
{
    const QString text = path.toString();
    if (!text.startsWith(QLatin1Char('/')) || text.contains(QChar(0)))
        return Error{ErrorKind::invalid,
                     QStringLiteral("a socket is named by its absolute path: unix:///var/run/docker.sock"),
                     {}};
    if (text.toUtf8().size() > longestSocketPath)
        return Error{
            ErrorKind::invalid, QStringLiteral("the socket's path is longer than %1 bytes").arg(longestSocketPath), {}};
    return text;
}

} // namespace

Result<EngineAddress> EngineAddress::parse(QStringView text)
{
    EngineAddress address;
    if (text == u"local")
        return address;
    if (text.startsWith(u"unix://")) {
        const Result<QString> path = parseSocketPath(text.sliced(7));
        if (!path)
            return path.error();
        address.m_kind = Kind::unixSocket;
        address.m_socketPath = *path;
        return address;
    }
    if (text.startsWith(u"ssh://")) {
        const Result<base::SshTarget> target = base::SshTarget::parse(text);
        if (!target)
            return target.error();
        address.m_kind = Kind::ssh;
        address.m_sshTarget = *target;
        return address;
    }
    if (text.startsWith(u"tcp://")) {
        // The same characters and bounds as an SSH address, without a user.
        const Result<base::SshTarget> target = base::SshTarget::parse(text.sliced(6));
        if (!target || !target->user().isEmpty() || target->port() == 0)
            return Error{ErrorKind::invalid, QStringLiteral("a TCP address is tcp://host:port"), {}};
        address.m_kind = Kind::tcp;
        address.m_tcpHost = target->host();
        address.m_tcpPort = target->port();
        return address;
    }
    return Error{ErrorKind::invalid,
                 QStringLiteral("an address is 'local', unix:///path, ssh://user@host or tcp://host:port"),
                 {}};
}

QString EngineAddress::text() const
{
    switch (m_kind) {
    case Kind::local: return QStringLiteral("local");
    case Kind::unixSocket: return QStringLiteral("unix://") + m_socketPath;
    case Kind::ssh: return m_sshTarget.url();
    case Kind::tcp:
        return QStringLiteral("tcp://%1:%2")
            .arg(m_tcpHost.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(m_tcpHost) : m_tcpHost)
            .arg(m_tcpPort);
    }
    return {};
}

} // namespace mediahelm::model
