// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mediahelm::http {

// A request that we send. A plain value.
struct OutgoingRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QByteArray target; // path and query, percent-encoded
    QByteArray contentType; // of the body; empty without one
    QByteArray body;
    bool upgrade = false; // asks to go on with raw bytes in both directions
};

// The whole request as HTTP/1.1. One request per connection, and it says so. A byte in the target that cannot stand
// there (control, space, not ASCII) is percent-encoded, so that no target can add a header line.
QByteArray writeRequest(const OutgoingRequest &request);

} // namespace mediahelm::http
