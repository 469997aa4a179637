// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::transport {

// The small program that runs on the host beside the forward, and what its replies mean. Pure functions, any thread.
//
// It is one constant line for POSIX sh, in single quotes that sh, bash, zsh, fish and csh read alike (no quote,
// backslash, exclamation mark or newline inside). It greets, then reads requests "ID VERB ARGUMENT" line by line and
// answers each with its output and a line "== end ID"; it ends with its standard input.
//   ping            nothing
//   check PATH      one "socket" line
//   counters        /proc/stat, /proc/meminfo and /proc/loadavg, one after the other
//   diagnose PATH   "uid", "groups", "dockerhost", "runtime", "context", "socket" and "listening" lines
QString remoteSessionCommand();
inline constexpr char remoteGreeting[] = "== mediahelm 1";
inline constexpr char remoteEnd[] = "== end ";

// What stands at one path on the host, as the user who logged in sees it.
struct RemoteSocket {
    QString path;
    bool exists = false;
    bool isSocket = false;
    bool readable = false;
    bool writable = false;

    bool usable() const { return isSocket && readable && writable; }
    friend bool operator==(const RemoteSocket &, const RemoteSocket &) = default;
};

struct RemoteFacts {
    QString uid;
    QString groups; // names, separated by spaces
    QString dockerHost; // $DOCKER_HOST there
    QString contextEndpoint; // of the current docker context there
    QList<RemoteSocket> sockets; // in the order in which the docker command would prefer them
    QStringList listening; // engine-like sockets that a process of the same network namespace listens on

    bool someoneListensOn(const QString &path) const;
    friend bool operator==(const RemoteFacts &, const RemoteFacts &) = default;
};

// Reads the reply to "check" or "diagnose"; lines that it does not know are skipped.
RemoteFacts parseRemoteFacts(const QByteArray &reply);

// The reply to "counters" with each file under its line: "== stat", "== meminfo", "== loadavg". nullopt when it is not
// from a Linux /proc.
std::optional<QByteArray> labelHostCounters(const QByteArray &reply);

} // namespace mediahelm::transport
