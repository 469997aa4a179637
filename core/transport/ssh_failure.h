// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/ssh_remote_script.h"
#include "core/transport/transport.h"

namespace mediahelm::transport {

// Why a run of ssh ended, read from its standard error (messages of OpenSSH 8.4 and later under LC_ALL=C). The detail
// is the line that tells, or for a changed host key the fingerprint and the place of the old key. unreachable where
// nothing known stands there. A pure function.
TransportFailure classifySshFailure(const QByteArray &standardError, bool batchMode);

// Whether standard error says that the host key is not the confirmed one: a reason to stop at once, whatever the
// user's configuration allows.
bool tellsOfChangedHostKey(const QByteArray &standardError);

// Why the engine does not answer through the forward to `socket`, by what the host itself says. `openFailed`: ssh
// reported that the host could not open the socket for us. problem none when everything looks right.
TransportFailure judgeRemoteSocket(const RemoteFacts &facts, const QString &socket, bool openFailed);

// The first usable socket other than `socket`, or an empty string.
QString otherUsableSocket(const RemoteFacts &facts, const QString &socket);

} // namespace mediahelm::transport
