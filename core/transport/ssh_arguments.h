// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace mediahelm::transport {

// What one run of ssh is asked to do. A plain value.
struct SshInvocation {
    base::SshTarget target;
    QString localSocket; // absolute path of the socket that ssh makes
    QString remoteSocket; // absolute path of the engine's socket on the host
    bool withSession = true; // run the remote session beside the forward; without it the run is -N
    bool mayAsk = false; // somebody answers questions; when not, batch mode
    QStringList extraArguments; // before everything else, for example {"-F", file}
};

// What ssh prints on standard output once it is authenticated and listens on the local socket.
inline constexpr char sshReadyMarker[] = "mediahelm-forward-ready";

// The argument vector, see ssh(1) and ssh_config(5). Options stand before "--", the host and the command after it.
// Errors: invalid, for a path that ssh could misread.
base::Result<QStringList> sshArguments(const SshInvocation &invocation);

// What ssh needs of the environment: messages in English, a shell that can run the marker also for a service user
// without one, and, when `askpassProgram` is given, every question handed to it. Nothing in it is secret but `token`,
// which is good for one run.
struct AskpassHandle {
    QString program;
    QString socketPath;
    QByteArray token;
};
QProcessEnvironment sshEnvironment(QProcessEnvironment base, const AskpassHandle *askpass);

} // namespace mediahelm::transport
