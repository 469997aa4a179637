// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace mediahelm::model {

enum class ConnectionPhase {
    connecting, // the first attempt, or one that the user asked for
    connected,
    notResponding, // connected, but calls go unanswered; the last known state is shown as stale
    reconnecting, // lost or never reached; tries again at nextAttempt, or is trying now when that is invalid
    stopped, // will not try again by itself; problem says why
};

// Why a connection is not connected. Those marked "stops" end in ConnectionPhase::stopped: trying again by itself would
// do harm or cannot help before the user acts.
enum class ConnectionProblem {
    none,
    unreachable, // no route, name not found, connection ended
    refused, // the port or socket refuses connections
    timeout, // no answer before the deadline
    noPermission, // no permission on the engine's socket; retried slowly (30 s or more)
    noEngine, // no engine's socket on that machine
    apiTooOld, // the engine's newest API is older than 1.24; stops
    notAnEngine, // something answers that does not speak the Engine API; stops
    authenticationFailed, // SSH refuses user, key or password; stops
    hostKeyUnknown, // nobody has confirmed the host key; stops
    hostKeyChanged, // the host key is not the one that was confirmed; stops
    answerNeeded, // a password or passphrase is needed and nobody is there to ask; stops
    invalidAddress, // stops
    sshMissing, // no OpenSSH client on this machine; stops
    forwardingRefused, // sshd there does not allow forwarding of sockets; stops
    disconnectedByUser, // stops
};

bool stopsRetrying(ConnectionProblem problem);

// Stable names for JSON and tests: "notResponding", "hostKeyChanged", ...
QString phaseName(ConnectionPhase phase);
QString problemName(ConnectionProblem problem);

// One sentence of what happened and one of what to do, in English, as sources for translation in the context
// "ConnectionProblem": the desktop translates them, the command line and the server's log print them.
const char *problemText(ConnectionProblem problem);
const char *problemRemedy(ConnectionProblem problem);

// A plain value; the whole of what the user can read about a host's connection.
struct ConnectionState {
    ConnectionPhase phase = ConnectionPhase::connecting;
    ConnectionProblem problem = ConnectionProblem::none;
    QString detail; // the other side's own words; never a secret
    QDateTime since; // UTC, of the phase
    QDateTime nextAttempt; // UTC; of reconnecting: when the next attempt begins
    QDateTime lastAnswer; // UTC; when the engine last answered; invalid before it ever has
    int failedAttempts = 0; // in a row

    // What is known of the host's services is as old as lastAnswer.
    bool stale() const { return phase != ConnectionPhase::connected; }

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace mediahelm::model
