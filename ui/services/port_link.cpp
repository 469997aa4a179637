// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/port_link.h"

#include <QHostAddress>

namespace mediahelm::ui {

using model::EngineAddress;
using model::PortBinding;

namespace {

QString machineOf(const EngineAddress &address)
{
    switch (address.kind()) {
    case EngineAddress::Kind::ssh: return address.sshTarget().host();
    case EngineAddress::Kind::tcp: return address.tcpHost();
    case EngineAddress::Kind::local:
    case EngineAddress::Kind::unixSocket: break;
    }
    return QStringLiteral("localhost");
}

// Bound to every address, or to the loopback of the machine that the address names.
bool anyAddress(const QString &ip)
{
    const QHostAddress address(ip);
    return address.isNull() || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6) || address.isLoopback();
}

bool speaksTls(const PortBinding &port)
{
    return port.hostPort == 443 || port.hostPort == 8443 || port.hostPort == 9443 || port.containerPort == 443
        || port.containerPort == 8443 || port.containerPort == 9443;
}

} // namespace

QList<PortLink> portLinks(const QList<PortBinding> &ports, const EngineAddress &address)
{
    QList<PortLink> links;
    for (const PortBinding &port : ports) {
        if (port.hostPort <= 0)
            continue;
        const bool tcp = port.protocol == QLatin1String("tcp");
        PortLink link;
        link.text = QString::number(port.hostPort) + (tcp ? QString() : QLatin1Char('/') + port.protocol);
        const bool known =
            std::any_of(links.begin(), links.end(), [&link](const PortLink &l) { return l.text == link.text; });
        if (known) // once for IPv4 and IPv6
            continue;
        if (tcp) {
            QUrl url;
            url.setScheme(speaksTls(port) ? QStringLiteral("https") : QStringLiteral("http"));
            url.setHost(anyAddress(port.hostIp) ? machineOf(address) : port.hostIp);
            url.setPort(port.hostPort);
            url.setPath(QStringLiteral("/"));
            if (url.isValid())
                link.url = url;
        }
        links.append(link);
    }
    return links;
}

} // namespace mediahelm::ui
