// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/remedy.h"

namespace mediahelm::model {

QString remedyFor(const HostProfile &profile, const QString &sentence)
{
    QString text = sentence;
    if (profile.address.kind() != EngineAddress::Kind::ssh)
        return text;
    const base::SshTarget &target = profile.address.sshTarget();
    const QString host = target.host();
    const QString login = target.user().isEmpty() ? host : target.user() + u'@' + host;
    const QString port = target.port() > 0 ? QStringLiteral("-p %1 ").arg(target.port()) : QString();
    text.replace(QStringLiteral("ssh USER@HOST"), QStringLiteral("ssh %1%2").arg(port, login));
    // Brackets are a pattern to a shell, and zsh takes one that fits no file for a mistake.
    const QString known = target.port() > 0 ? QStringLiteral("\"[%1]:%2\"").arg(host).arg(target.port()) : host;
    text.replace(QStringLiteral("ssh-keygen -R HOST"), QStringLiteral("ssh-keygen -R %1").arg(known));
    if (!target.user().isEmpty())
        text.replace(QStringLiteral("docker USER"), QStringLiteral("docker ") + target.user());
    return text;
}

QString remedyFor(const HostProfile &profile, ConnectionProblem problem)
{
    return remedyFor(profile, QString::fromUtf8(problemRemedy(problem)));
}

} // namespace mediahelm::model
