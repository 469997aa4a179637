// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <map>
#include <memory>

namespace mediahelm::server {

// An IPv4 address that came in through an IPv6 socket (::ffff:a.b.c.d) as the IPv4 address that it is; others as they
// are, without a scope.
QHostAddress plainAddress(const QHostAddress &address);

// The two ends of a connection, plain.
struct Peer {
    QHostAddress remote;
    QHostAddress local; // the address that the client reached
};

// Counts who is connected, and refuses beyond the limits: in all, per IPv4 address or IPv6 /64, and for loopback. A
// place is given back when its lease is destroyed, also after the counter. Main thread.
class PlaceCounter
{
public:
    struct Limits {
        int total = 0;
        int perSource = 0;
        int fromLoopback = 0;
    };
    using Lease = std::shared_ptr<void>;

    explicit PlaceCounter(const Limits &limits);

    Lease take(const QHostAddress &source); // null when there is no place
    int taken() const { return m_state->total; }

private:
    struct State {
        int total = 0;
        std::map<QByteArray, int> bySource;
    };

    Limits m_limits;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace mediahelm::server
