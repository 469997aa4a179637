// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connection_words.h"

#include "ui/style/words.h"

namespace mediahelm::ui {

QString remedyFor(const model::HostProfile &profile, model::ConnectionProblem problem)
{
    QString text = remedySentence(problem);
    if (profile.address.kind() != model::EngineAddress::Kind::ssh)
        return text;
    const base::SshTarget &target = profile.address.sshTarget();
    const QString host = target.host();
    const QString login = target.user().isEmpty() ? host : target.user() + QLatin1Char('@') + host;
    const QString port = target.port() > 0 ? QStringLiteral("-p %1 ").arg(target.port()) : QString();
    text.replace(QStringLiteral("ssh USER@HOST"), QStringLiteral("ssh %1%2").arg(port, login));
    const QString known = target.port() > 0 ? QStringLiteral("[%1]:%2").arg(host).arg(target.port()) : host;
    text.replace(QStringLiteral("ssh-keygen -R HOST"), QStringLiteral("ssh-keygen -R %1").arg(known));
    if (!target.user().isEmpty())
        text.replace(QStringLiteral("docker USER"), QStringLiteral("docker ") + target.user());
    return text;
}

} // namespace mediahelm::ui
