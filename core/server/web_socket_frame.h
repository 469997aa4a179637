// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mediahelm::server {

// A server's whole text frame (RFC 6455, 5.2: FIN, unmasked), which is the same for every client. `utf8` is valid
// UTF-8.
QByteArray textFrame(const QByteArray &utf8);

// An empty ping.
QByteArray pingFrame();

} // namespace mediahelm::server
