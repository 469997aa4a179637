// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_remote_script.h"

namespace mediahelm::transport {

namespace {

// The pieces are separated by "; ", "{ " or newlines of this source alone. /proc/net/unix is read by the shell itself:
// its fields are number, references, protocol, flags, type, state, inode and path; flags 00010000 is __SO_ACCEPTCON.
constexpr char script[] =
    "LC_ALL=C; export LC_ALL; PATH=$PATH:/usr/local/bin:/usr/bin:/bin; "
    "probe() { f=-; test -e \"$1\" && f=${f}e; test -S \"$1\" && f=${f}s; test -r \"$1\" && f=${f}r; "
    "test -w \"$1\" && f=${f}w; echo \"socket $f $1\"; }; "
    "diagnose() { u=$(id -u); echo \"uid $u\"; echo \"groups $(id -Gn)\"; echo \"dockerhost $DOCKER_HOST\"; "
    "c=$(docker context inspect --format {{.Endpoints.docker.Host}} 2>/dev/null </dev/null); echo \"context $c\"; "
    "for s in \"$1\" \"${DOCKER_HOST#unix://}\" \"${c#unix://}\" /var/run/docker.sock "
    "\"$XDG_RUNTIME_DIR/docker.sock\" \"/run/user/$u/docker.sock\" \"$HOME/.docker/run/docker.sock\" "
    "\"$XDG_RUNTIME_DIR/podman/podman.sock\" \"/run/user/$u/podman/podman.sock\" /run/podman/podman.sock; do "
    "case $s in /?*) probe \"$s\";; esac; done; "
    "while read -r n r p f t i o s; do case \"$f $s\" in \"00010000 \"*docker*|\"00010000 \"*podman*|\"00010000 $1\") "
    "echo \"listening $s\";; esac; done </proc/net/unix; } 2>/dev/null; "
    "echo \"== mediahelm 1\"; "
    "while read -r id verb path; do case $verb in "
    "check) probe \"$path\";; "
    "counters) cat /proc/stat /proc/meminfo /proc/loadavg 2>/dev/null </dev/null;; "
    "diagnose) diagnose \"$path\";; "
    "esac; echo \"== end $id\"; done";

// systemd's unit listens on /run/docker.sock, the engine itself on /var/run/docker.sock: the same place.
QString withoutVar(const QString &path)
{
    return path.startsWith(QLatin1String("/var/run/")) ? path.sliced(4) : path;
}

RemoteSocket parseSocketLine(const QString &rest)
{
    const qsizetype space = rest.indexOf(u' ');
    const QStringView flags = QStringView(rest).left(qMax<qsizetype>(space, 0));
    RemoteSocket socket;
    socket.path = rest.mid(space + 1);
    socket.exists = flags.contains(u'e');
    socket.isSocket = flags.contains(u's');
    socket.readable = flags.contains(u'r');
    socket.writable = flags.contains(u'w');
    return socket;
}

bool knows(const QList<RemoteSocket> &sockets, const QString &path)
{
    return std::any_of(sockets.begin(), sockets.end(),
                       [&](const RemoteSocket &one) { return withoutVar(one.path) == withoutVar(path); });
}

} // namespace

QString remoteSessionCommand()
{
    return QStringLiteral("exec sh -c '%1'").arg(QLatin1String(script));
}

bool RemoteFacts::someoneListensOn(const QString &path) const
{
    return std::any_of(listening.begin(), listening.end(),
                       [&](const QString &one) { return withoutVar(one) == withoutVar(path); });
}

RemoteFacts parseRemoteFacts(const QByteArray &reply)
{
    RemoteFacts facts;
    for (const QByteArray &bytes : reply.split('\n')) {
        const QString line = QString::fromUtf8(bytes);
        const qsizetype space = line.indexOf(u' ');
        const QString word = line.left(qMax<qsizetype>(space, 0));
        const QString rest = line.mid(space + 1);
        if (word == QLatin1String("uid"))
            facts.uid = rest;
        else if (word == QLatin1String("groups"))
            facts.groups = rest;
        else if (word == QLatin1String("dockerhost"))
            facts.dockerHost = rest;
        else if (word == QLatin1String("context"))
            facts.contextEndpoint = rest;
        else if (word == QLatin1String("listening"))
            facts.listening << rest;
        else if (word == QLatin1String("socket")) {
            const RemoteSocket socket = parseSocketLine(rest);
            if (!knows(facts.sockets, socket.path))
                facts.sockets << socket;
        }
    }
    return facts;
}

std::optional<QByteArray> labelHostCounters(const QByteArray &reply)
{
    const QByteArray text = reply.endsWith('\n') ? reply.chopped(1) : reply;
    const qsizetype memory = text.indexOf("\nMemTotal:");
    const qsizetype load = text.lastIndexOf('\n');
    if (!text.startsWith("cpu ") || memory < 0 || load <= memory)
        return std::nullopt;
    return "== stat\n" + text.left(memory + 1) + "== meminfo\n" + text.mid(memory + 1, load - memory) + "== loadavg\n"
        + text.mid(load + 1) + '\n';
}

} // namespace mediahelm::transport
