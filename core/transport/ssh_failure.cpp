// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_failure.h"

#include <array>

namespace mediahelm::transport {

using P = model::ConnectionProblem;

namespace {

constexpr qsizetype longestDetail = 2000;

struct Row {
    const char *text;
    P problem;
};

// Strongest first: what ssh says last ("Connection closed by ...") is often only the consequence.
constexpr std::array rows{
    Row{"REMOTE HOST IDENTIFICATION HAS CHANGED", P::hostKeyChanged},
    Row{"REVOKED HOST KEY DETECTED", P::hostKeyChanged},
    Row{"Host key verification failed.", P::hostKeyUnknown},
    Row{": Permission denied (", P::authenticationFailed},
    Row{"Too many authentication failures", P::authenticationFailed},
    Row{"Password change required but no TTY available", P::authenticationFailed},
    Row{"administratively prohibited: open failed", P::forwardingRefused},
    Row{"Could not resolve hostname", P::unreachable},
    Row{"Name or service not known", P::unreachable},
    Row{"Temporary failure in name resolution", P::unreachable},
    Row{"Connection refused", P::refused},
    Row{"No route to host", P::unreachable},
    Row{"Network is unreachable", P::unreachable},
    Row{"Host is down", P::unreachable},
    Row{"not responding.", P::timeout},
    Row{"timed out", P::timeout},
    Row{"Bad owner or permissions on", P::unreachable},
    Row{"Bad configuration option", P::unreachable},
    Row{"Unable to negotiate with", P::unreachable},
    Row{"cannot bind to path", P::unreachable},
    Row{"Could not request local forwarding", P::unreachable},
    Row{"Bad local forwarding specification", P::unreachable},
    Row{"Connection reset by", P::unreachable},
    Row{"Connection closed by", P::unreachable},
    Row{"Broken pipe", P::unreachable},
    Row{"closed by remote host", P::unreachable},
};

QString printable(const QByteArray &bytes)
{
    QString text;
    const QString decoded = QString::fromUtf8(bytes);
    for (const QChar c : decoded) {
        if (c.isPrint() || c == u'\n')
            text += c;
    }
    return text.left(longestDetail).trimmed();
}

// The fingerprint that was sent and the file and line that hold the old key.
QString changedKeyDetail(const QList<QByteArray> &lines)
{
    QByteArrayList told;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        if (line.startsWith("The fingerprint for the ") || line.startsWith("Offending ")
            || line.contains("is marked as revoked"))
            told << line;
        else if (line.startsWith("SHA256:"))
            told << line;
    }
    return printable(told.join('\n'));
}

bool passwordCouldHelp(const QByteArray &line)
{
    return line.contains("password") || line.contains("keyboard-interactive");
}

} // namespace

bool tellsOfChangedHostKey(const QByteArray &standardError)
{
    return standardError.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")
        || standardError.contains("REVOKED HOST KEY DETECTED");
}

TransportFailure classifySshFailure(const QByteArray &standardError, bool batchMode)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : standardError.split('\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    for (const Row &row : rows) {
        // The last such line: what stands before may be the host's own banner.
        for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
            if (!line->contains(row.text))
                continue;
            if (row.problem == P::hostKeyChanged)
                return {row.problem, changedKeyDetail(lines)};
            if (row.problem == P::authenticationFailed && batchMode && passwordCouldHelp(*line))
                return {P::answerNeeded, printable(*line)};
            return {row.problem, printable(*line)};
        }
    }
    return {P::unreachable, lines.isEmpty() ? QString() : printable(lines.last())};
}

TransportFailure judgeRemoteSocket(const RemoteFacts &facts, const QString &socket, bool openFailed)
{
    const auto at = std::find_if(facts.sockets.begin(), facts.sockets.end(),
                                 [&](const RemoteSocket &one) { return one.path == socket; });
    if (at == facts.sockets.end())
        return {};
    if (!at->exists)
        return {P::noEngine, QStringLiteral("%1: no such file").arg(socket)};
    if (!at->isSocket)
        return {P::noEngine, QStringLiteral("%1 is not a socket").arg(socket)};
    if (!at->usable()) {
        const QString groups = facts.groups.isEmpty() ? QString() : QStringLiteral("; groups: ") + facts.groups;
        return {P::noPermission, QStringLiteral("%1: permission denied%2").arg(socket, groups)};
    }
    if (!openFailed)
        return {};
    if (facts.someoneListensOn(socket))
        return {P::forwardingRefused, QStringLiteral("%1 is there and in use, and sshd does not open it").arg(socket)};
    return {P::noEngine, QStringLiteral("%1: nobody listens on it").arg(socket)};
}

QString otherUsableSocket(const RemoteFacts &facts, const QString &socket)
{
    for (const RemoteSocket &one : facts.sockets) {
        if (one.usable() && one.path != socket)
            return one.path;
    }
    return {};
}

} // namespace mediahelm::transport
