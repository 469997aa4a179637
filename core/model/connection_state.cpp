// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/connection_state.h"

#include <QCoreApplication>

#include <array>

namespace mediahelm::model {

namespace {

struct ProblemRow {
    ConnectionProblem problem;
    const char *name;
    bool stops;
    const char *text;
    const char *remedy;
};

using P = ConnectionProblem;

constexpr std::array problems{
    ProblemRow{P::none, "none", false, "", ""},
    ProblemRow{
        P::unreachable, "unreachable", false, QT_TRANSLATE_NOOP("ConnectionProblem", "The host cannot be reached."),
        QT_TRANSLATE_NOOP("ConnectionProblem",
                          "Check that the machine is on, that its name is right, and that this machine has network.")},
    ProblemRow{P::refused, "refused", false, QT_TRANSLATE_NOOP("ConnectionProblem", "The connection was refused."),
               QT_TRANSLATE_NOOP("ConnectionProblem",
                                 "Check that the Docker engine is running (for SSH: that sshd listens on this port).")},
    ProblemRow{P::timeout, "timeout", false, QT_TRANSLATE_NOOP("ConnectionProblem", "No answer came in time."),
               QT_TRANSLATE_NOOP("ConnectionProblem",
                                 "The host may be overloaded or asleep, or a firewall may drop the connection.")},
    ProblemRow{P::noPermission, "noPermission", false,
               QT_TRANSLATE_NOOP("ConnectionProblem", "The user has no permission on the engine's socket."),
               QT_TRANSLATE_NOOP(
                   "ConnectionProblem",
                   "Add the user to the group docker (sudo usermod -aG docker USER) and log in again. Members of that "
                   "group are as powerful as root.")},
    ProblemRow{
        P::noEngine, "noEngine", false, QT_TRANSLATE_NOOP("ConnectionProblem", "There is no Docker engine there."),
        QT_TRANSLATE_NOOP(
            "ConnectionProblem",
            "Install Docker or start it (sudo systemctl start docker), or name its socket in the host's settings.")},
    ProblemRow{P::apiTooOld, "apiTooOld", true, QT_TRANSLATE_NOOP("ConnectionProblem", "The engine is too old."),
               QT_TRANSLATE_NOOP("ConnectionProblem", "Update Docker there to 1.12 or newer (Engine API 1.24).")},
    ProblemRow{P::notAnEngine, "notAnEngine", true,
               QT_TRANSLATE_NOOP("ConnectionProblem", "What answers there is not a Docker engine."),
               QT_TRANSLATE_NOOP("ConnectionProblem", "Check the address and the socket in the host's settings.")},
    ProblemRow{P::authenticationFailed, "authenticationFailed", true,
               QT_TRANSLATE_NOOP("ConnectionProblem", "SSH did not accept the user, key or password."),
               QT_TRANSLATE_NOOP(
                   "ConnectionProblem",
                   "Check that 'ssh USER@HOST' works in a terminal (ssh-copy-id installs a key), then connect again.")},
    ProblemRow{
        P::hostKeyUnknown, "hostKeyUnknown", true,
        QT_TRANSLATE_NOOP("ConnectionProblem", "The host key has not been confirmed."),
        QT_TRANSLATE_NOOP("ConnectionProblem",
                          "Connect again and compare the fingerprint, or run 'ssh USER@HOST' once in a terminal.")},
    ProblemRow{
        P::hostKeyChanged, "hostKeyChanged", true, QT_TRANSLATE_NOOP("ConnectionProblem", "The host key has changed."),
        QT_TRANSLATE_NOOP(
            "ConnectionProblem",
            "Somebody may be listening in, or the machine was installed anew. Only if you know why it changed: remove "
            "the old key with 'ssh-keygen -R HOST' and connect again.")},
    ProblemRow{
        P::answerNeeded, "answerNeeded", true,
        QT_TRANSLATE_NOOP("ConnectionProblem", "SSH asks for a password or passphrase."),
        QT_TRANSLATE_NOOP(
            "ConnectionProblem",
            "Without a window nobody can be asked: use a key without passphrase or an ssh-agent for this host.")},
    ProblemRow{P::invalidAddress, "invalidAddress", true,
               QT_TRANSLATE_NOOP("ConnectionProblem", "The address is not valid."),
               QT_TRANSLATE_NOOP("ConnectionProblem", "Correct the address in the host's settings.")},
    ProblemRow{
        P::sshMissing, "sshMissing", true,
        QT_TRANSLATE_NOOP("ConnectionProblem", "The OpenSSH client is not installed on this machine."),
        QT_TRANSLATE_NOOP("ConnectionProblem", "Install it (sudo apt install openssh-client) and connect again.")},
    ProblemRow{P::forwardingRefused, "forwardingRefused", true,
               QT_TRANSLATE_NOOP("ConnectionProblem", "The SSH server there does not allow forwarding of sockets."),
               QT_TRANSLATE_NOOP("ConnectionProblem",
                                 "Set 'AllowStreamLocalForwarding yes' in its sshd_config and reload sshd.")},
    ProblemRow{P::disconnectedByUser, "disconnectedByUser", true,
               QT_TRANSLATE_NOOP("ConnectionProblem", "Disconnected."),
               QT_TRANSLATE_NOOP("ConnectionProblem", "Connect when you want to see the host again.")},
};

const ProblemRow &row(ConnectionProblem problem)
{
    return problems.at(static_cast<std::size_t>(problem));
}

} // namespace

bool stopsRetrying(ConnectionProblem problem)
{
    return row(problem).stops;
}

QString phaseName(ConnectionPhase phase)
{
    switch (phase) {
    case ConnectionPhase::connecting: return QStringLiteral("connecting");
    case ConnectionPhase::connected: return QStringLiteral("connected");
    case ConnectionPhase::notResponding: return QStringLiteral("notResponding");
    case ConnectionPhase::reconnecting: return QStringLiteral("reconnecting");
    case ConnectionPhase::stopped: return QStringLiteral("stopped");
    }
    return {};
}

QString problemName(ConnectionProblem problem)
{
    return QString::fromLatin1(row(problem).name);
}

const char *problemText(ConnectionProblem problem)
{
    return row(problem).text;
}

const char *problemRemedy(ConnectionProblem problem)
{
    return row(problem).remedy;
}

} // namespace mediahelm::model
