// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/name_policy.h"

#include "core/server/peer.h"

#include <algorithm>
#include <optional>

namespace mediahelm::server {

using base::Error;
using base::ErrorKind;

namespace {

struct HostField {
    QByteArray name; // lower case; an IPv6 literal without brackets
    QByteArray port; // empty without one
    bool bracketed = false;
};

bool isPort(const QByteArray &text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    return ok && port > 0 && port <= 65535 && text.size() <= 5 && text[0] >= '0' && text[0] <= '9';
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool isIpv6Character(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= '0' && c <= '9') || c == ':' || c == '.';
}

// uri-host [ ":" port ] (RFC 9110, 7.2).
std::optional<HostField> parseHost(const QByteArray &text)
{
    HostField host;
    const QByteArray lower = text.toLower();
    host.bracketed = lower.startsWith('[');
    const qsizetype close = lower.indexOf(']');
    if (host.bracketed && close < 0)
        return std::nullopt;
    const qsizetype colon = lower.indexOf(':', host.bracketed ? close : 0);
    const qsizetype end = colon < 0 ? lower.size() : colon;
    if (host.bracketed && end != close + 1)
        return std::nullopt;
    host.name = host.bracketed ? lower.mid(1, close - 1) : lower.first(end);
    if (host.name.isEmpty() || host.name.size() > 253)
        return std::nullopt;
    if (!std::all_of(host.name.begin(), host.name.end(), host.bracketed ? isIpv6Character : isNameCharacter))
        return std::nullopt;
    if (colon >= 0) {
        host.port = lower.mid(colon + 1);
        if (!isPort(host.port))
            return std::nullopt;
    }
    return host;
}

std::optional<QByteArray> normalOrigin(const QString &text)
{
    const QByteArray lower = text.toUtf8().toLower();
    const qsizetype scheme = lower.indexOf("://");
    if (scheme < 0 || (!lower.startsWith("http://") && !lower.startsWith("https://")))
        return std::nullopt;
    return parseHost(lower.mid(scheme + 3)) ? std::optional(lower) : std::nullopt;
}

} // namespace

base::Result<NamePolicy> NamePolicy::make(const QStringList &hosts, const QStringList &origins)
{
    NamePolicy policy;
    for (const QString &host : hosts) {
        const auto parsed = parseHost(host.toUtf8());
        if (!parsed || !parsed->port.isEmpty())
            return Error{ErrorKind::invalid, QStringLiteral("an allowed host is a name or an address without a port"),
                         host.left(80)};
        policy.m_hosts.insert(parsed->name);
    }
    for (const QString &origin : origins) {
        const auto normal = normalOrigin(origin);
        if (!normal)
            return Error{ErrorKind::invalid,
                         QStringLiteral("an allowed origin is a scheme and a host, such as https://media.example"),
                         origin.left(80)};
        policy.m_origins.insert(*normal);
    }
    return policy;
}

bool NamePolicy::allowsHost(const QByteArray &hostField, const QHostAddress &reached) const
{
    const auto host = parseHost(hostField);
    return host && allowsName(host->name, reached);
}

bool NamePolicy::allowsName(const QByteArray &name, const QHostAddress &reached) const
{
    if (name == "localhost" || m_hosts.contains(name))
        return true;
    const QHostAddress literal(QString::fromLatin1(name));
    return !literal.isNull() && plainAddress(literal) == plainAddress(reached);
}

bool NamePolicy::allowsOrigin(const QByteArray &origin, const QHostAddress &reached) const
{
    if (m_origins.contains(origin))
        return true;
    if (!origin.startsWith("http://"))
        return false;
    const auto host = parseHost(origin.mid(7));
    const quint16 port = host && host->port.isEmpty() ? 80 : (host ? host->port.toUShort() : 0);
    return host && port == m_port && allowsName(host->name, reached);
}

} // namespace mediahelm::server
