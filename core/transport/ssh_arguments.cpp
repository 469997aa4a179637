// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_arguments.h"

#include "core/transport/ssh_remote_script.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

// sockaddr_un::sun_path holds 108 bytes with the closing NUL.
constexpr qsizetype longestSocketPath = 107;

// -L splits at ':' and takes '\' for an escape; later ssh expands %-tokens and ${variables} in both paths, and of
// these "${" alone has no escape.
Result<QString> forwardPath(const QString &path)
{
    const bool control = std::any_of(path.begin(), path.end(), [](QChar c) { return c < u' ' || c == QChar(127); });
    if (!path.startsWith(u'/') || control || path.contains(QLatin1String("${")))
        return Error{ErrorKind::invalid,
                     QStringLiteral("a socket's path is absolute, without control characters or ${"), path.left(120)};
    if (path.toUtf8().size() > longestSocketPath)
        return Error{ErrorKind::invalid,
                     QStringLiteral("the socket's path is longer than %1 bytes").arg(longestSocketPath), path};
    QString escaped;
    for (const QChar c : path) {
        if (c == u':' || c == u'\\')
            escaped += u'\\';
        else if (c == u'%')
            escaped += u'%';
        escaped += c;
    }
    return escaped;
}

// What the user's ~/.ssh/config could say for this host that fits a terminal and not us. The first value of an option
// counts, so these win; everything else there (keys, agents, jumps, algorithms, known_hosts) stands.
QStringList fixedOptions()
{
    return {
        QStringLiteral("ConnectTimeout=10"),
        QStringLiteral("ConnectionAttempts=1"),
        // A peer that is silent for 12 s is gone: found within 15 s also where no session runs.
        QStringLiteral("ServerAliveInterval=4"),
        QStringLiteral("ServerAliveCountMax=2"),
        // A LocalForward of the user's may be taken by their own terminal; whether ours stands is looked at by us.
        QStringLiteral("ExitOnForwardFailure=no"),
        QStringLiteral("ClearAllForwardings=no"),
        QStringLiteral("StreamLocalBindUnlink=yes"),
        QStringLiteral("StreamLocalBindMask=0177"),
        // The process is ours alone: as a client of somebody's master it would neither end with us nor say when the
        // forward stands.
        QStringLiteral("ControlMaster=no"),
        QStringLiteral("ControlPath=none"),
        QStringLiteral("ControlPersist=no"),
        QStringLiteral("ForkAfterAuthentication=no"),
        QStringLiteral("StdinNull=no"),
        QStringLiteral("RemoteCommand=none"),
        QStringLiteral("PermitLocalCommand=yes"),
        QStringLiteral("LocalCommand=echo ") + QLatin1String(sshReadyMarker),
        QStringLiteral("ForwardAgent=no"),
        QStringLiteral("ForwardX11=no"),
        QStringLiteral("Tunnel=no"),
        QStringLiteral("VisualHostKey=no"),
        QStringLiteral("LogLevel=INFO"),
    };
}

} // namespace

Result<QStringList> sshArguments(const SshInvocation &invocation)
{
    const Result<QString> local = forwardPath(invocation.localSocket);
    if (!local)
        return local.error();
    const Result<QString> remote = forwardPath(invocation.remoteSocket);
    if (!remote)
        return remote.error();
    if (invocation.target.isEmpty())
        return Error{ErrorKind::invalid, QStringLiteral("the SSH address names no host"), {}};

    QStringList arguments = invocation.extraArguments;
    arguments << QStringLiteral("-T") << QStringLiteral("-e") << QStringLiteral("none");
    if (invocation.withSession)
        arguments << QStringLiteral("-o") << QStringLiteral("SessionType=default");
    else
        arguments << QStringLiteral("-N");
    for (const QString &option : fixedOptions())
        arguments << QStringLiteral("-o") << option;
    if (invocation.mayAsk) // a wrong answer can be corrected twice
        arguments << QStringLiteral("-o") << QStringLiteral("BatchMode=no") << QStringLiteral("-o")
                  << QStringLiteral("NumberOfPasswordPrompts=3");
    else
        arguments << QStringLiteral("-o") << QStringLiteral("BatchMode=yes");
    arguments << QStringLiteral("-L") << *local + u':' + *remote;
    if (invocation.target.port() > 0)
        arguments << QStringLiteral("-p") << QString::number(invocation.target.port());
    if (!invocation.target.user().isEmpty())
        arguments << QStringLiteral("-l") << invocation.target.user();
    arguments << QStringLiteral("--") << invocation.target.host();
    if (invocation.withSession)
        arguments << remoteSessionCommand();
    return arguments;
}

QProcessEnvironment sshEnvironment(QProcessEnvironment base, const AskpassHandle *askpass)
{
    base.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    // LocalCommand and ProxyCommand run in $SHELL; a service user's may be nologin.
    const QString shell = QFileInfo(base.value(QStringLiteral("SHELL"))).fileName();
    if (shell.isEmpty() || shell == QLatin1String("nologin") || shell == QLatin1String("false"))
        base.insert(QStringLiteral("SHELL"), QStringLiteral("/bin/sh"));
    for (const QString &name : {QStringLiteral("SSH_ASKPASS"), QStringLiteral("SSH_ASKPASS_REQUIRE"),
                                QStringLiteral("MEDIAHELM_ASKPASS_SOCKET"), QStringLiteral("MEDIAHELM_ASKPASS_TOKEN")})
        base.remove(name);
    if (askpass) {
        base.insert(QStringLiteral("SSH_ASKPASS"), askpass->program);
        base.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
        base.insert(QStringLiteral("MEDIAHELM_ASKPASS_SOCKET"), askpass->socketPath);
        base.insert(QStringLiteral("MEDIAHELM_ASKPASS_TOKEN"), QString::fromLatin1(askpass->token));
    }
    return base;
}

} // namespace mediahelm::transport
