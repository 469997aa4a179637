// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/peer.h"

namespace mediahelm::server {

namespace {

// One key for what one customer of a provider has: an IPv4 address, or the first half of an IPv6 one.
QByteArray sourceKey(const QHostAddress &address)
{
    if (address.isLoopback())
        return QByteArrayLiteral("loopback");
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toLatin1();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(&bytes), 8);
}

} // namespace

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4);
    QHostAddress plain = address;
    plain.setScopeId({});
    return plain;
}

PlaceCounter::PlaceCounter(const Limits &limits)
    : m_limits(limits)
{
}

PlaceCounter::Lease PlaceCounter::take(const QHostAddress &source)
{
    const QHostAddress plain = plainAddress(source);
    const QByteArray key = sourceKey(plain);
    const int limit = plain.isLoopback() ? m_limits.fromLoopback : m_limits.perSource;
    const auto entry = m_state->bySource.find(key);
    const int taken = entry == m_state->bySource.end() ? 0 : entry->second;
    if (m_state->total >= m_limits.total || taken >= limit)
        return {};
    ++m_state->total;
    ++m_state->bySource[key];
    const auto giveBack = [state = m_state, key](void *) {
        --state->total;
        if (--state->bySource[key] == 0)
            state->bySource.erase(key);
    };
    return Lease(m_state.get(), giveBack);
}

} // namespace mediahelm::server
