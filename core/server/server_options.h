// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace mediahelm::server {

// Bounds of the front door. The defaults are what runs; tests make them small.
struct FrontDoorLimits {
    int connections = 256; // HTTP connections at a time
    int perSource = 32; // of one IPv4 address or one IPv6 /64
    // This machine: local clients and a reverse proxy, which carries everybody, share it. The rest stays for others.
    int fromLoopback = 192;
    int streams = 1100; // WebSocket clients at a time; they have shown the token and no longer count as connections
    int streamsPerSource = 64;
    int streamsFromLoopback = 1100;

    std::chrono::milliseconds head{10000}; // from accepting, or from a request's first byte, to the head's end
    std::chrono::milliseconds body{20000}; // from the head's end to the body's end
    std::chrono::milliseconds idle{60000}; // between requests
    std::chrono::milliseconds write{20000}; // for a client to take a reply
    std::chrono::milliseconds linger{2000}; // for a refused client to read why
};

// Bounds of the metrics feed.
struct FeedLimits {
    std::chrono::milliseconds tick{1000}; // between deltas
    std::chrono::milliseconds ping{15000}; // between pings
    std::chrono::milliseconds silence{30000}; // without a sign of life after which a client is dropped
    std::chrono::milliseconds stalled{30000}; // for a slow reader to take what it was sent
    int framesPerSecond = 20; // that a client may send
};

// What the headless server needs to know. A plain value, filled by the composition root from flags, environment and
// settings.
struct ServerOptions {
    QString address = QStringLiteral("127.0.0.1"); // an IP literal; "localhost"; "::" and "*" mean every address
    quint16 port = 3000; // 0 takes a free one
    // Holds the bearer token: a regular file of the same user or root, mode 0600 or less. Empty: the API answers
    // nobody, /healthz still does.
    QString tokenFile;
    // Names that clients may call this server by, besides localhost and the address that they reached: "media.example",
    // without a port. A reverse proxy's public name belongs here.
    QStringList allowedHosts;
    // Origins of web pages that may open the WebSocket, besides this server's own: "https://media.example".
    QStringList allowedOrigins;
    FrontDoorLimits frontDoor;
    FeedLimits feed;
};

} // namespace mediahelm::server
