// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QSet>
#include <QStringList>

namespace mediahelm::server {

// By which names clients may call this server (the Host field), and pages of which origins may talk to it. Against DNS
// rebinding and cross-site WebSockets: a name that is not listed is refused, also on loopback. A value type.
class NamePolicy
{
public:
    NamePolicy() = default;

    // invalid: an entry is no host name, or no origin such as "https://media.example:8443".
    static base::Result<NamePolicy> make(const QStringList &hosts, const QStringList &origins);

    void setPort(quint16 port) { m_port = port; }

    // "localhost", the literal of the address that the client reached, or a listed name; with any port, since a
    // forwarding in between may change it.
    bool allowsHost(const QByteArray &hostField, const QHostAddress &reached) const;

    // Exactly a listed origin, or http:// with an allowed host and the port of this server. Never "null".
    bool allowsOrigin(const QByteArray &origin, const QHostAddress &reached) const;

private:
    bool allowsName(const QByteArray &name, const QHostAddress &reached) const;

    QSet<QByteArray> m_hosts; // lower case
    QSet<QByteArray> m_origins;
    quint16 m_port = 0;
};

} // namespace mediahelm::server
