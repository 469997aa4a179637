// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_form_values.h"

#include <QCoreApplication>

namespace mediahelm::ui {

using model::EngineAddress;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HostForm)
};

HostFormCheck wrong(HostField field, const QString &problem)
{
    return {std::nullopt, field, problem};
}

HostFormCheck checkName(const QString &name, const QList<base::HostId> &taken)
{
    if (name.isEmpty())
        return wrong(HostField::name, {});
    const base::Result<base::HostId> id = base::HostId::parse(name);
    if (!id) {
        return wrong(HostField::name,
                     Text::tr("A name has small letters, digits, - and _, begins with a letter or digit, and has at "
                              "most 63 characters."));
    }
    if (taken.contains(*id))
        return wrong(HostField::name, Text::tr("There is a host of this name already."));
    model::HostProfile profile;
    profile.id = *id;
    return {profile, std::nullopt, {}};
}

// As it is written in an address: IPv6 stands in brackets.
QString bracketed(const QString &host)
{
    return host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('[')) ? QStringLiteral("[%1]").arg(host)
                                                                                 : host;
}

HostFormCheck checkSsh(const HostFormValues &values, model::HostProfile profile)
{
    if (values.sshHost.isEmpty())
        return wrong(HostField::sshHost, {});
    const QString port = values.sshPort > 0 ? QStringLiteral(":%1").arg(values.sshPort) : QString();
    // Apart first, so that the problem is shown at the field that has it.
    if (!EngineAddress::parse(QStringLiteral("ssh://%1").arg(bracketed(values.sshHost)))
        || values.sshHost.contains(QLatin1Char('@'))) {
        return wrong(HostField::sshHost,
                     Text::tr("Enter the host's name, its address, or its alias in ~/.ssh/config, and nothing else."));
    }
    const QString user = values.sshUser.isEmpty() ? QString() : values.sshUser + QLatin1Char('@');
    const auto address =
        EngineAddress::parse(QStringLiteral("ssh://%1%2%3").arg(user, bracketed(values.sshHost), port));
    if (!address)
        return wrong(HostField::sshUser, Text::tr("This cannot be a user's name."));
    if (!values.remoteSocket.isEmpty() && !EngineAddress::parse(QStringLiteral("unix://%1").arg(values.remoteSocket))) {
        return wrong(HostField::remoteSocket, Text::tr("Enter an absolute path, for example /var/run/docker.sock."));
    }
    profile.address = *address;
    profile.remoteSocket = values.remoteSocket;
    return {profile, std::nullopt, {}};
}

HostFormCheck checkAddress(const HostFormValues &values, model::HostProfile profile)
{
    switch (values.kind) {
    case EngineAddress::Kind::local: return {profile, std::nullopt, {}};
    case EngineAddress::Kind::ssh: return checkSsh(values, profile);
    case EngineAddress::Kind::unixSocket: {
        if (values.socketPath.isEmpty())
            return wrong(HostField::socketPath, {});
        const auto address = EngineAddress::parse(QStringLiteral("unix://%1").arg(values.socketPath));
        if (!address) {
            return wrong(HostField::socketPath, Text::tr("Enter the socket's absolute path, at most 107 bytes long."));
        }
        profile.address = *address;
        return {profile, std::nullopt, {}};
    }
    case EngineAddress::Kind::tcp: {
        if (values.tcpHost.isEmpty())
            return wrong(HostField::tcpHost, {});
        const auto address =
            EngineAddress::parse(QStringLiteral("tcp://%1:%2").arg(bracketed(values.tcpHost)).arg(values.tcpPort));
        if (!address)
            return wrong(HostField::tcpHost, Text::tr("Enter a host's name or address, and nothing else."));
        profile.address = *address;
        return {profile, std::nullopt, {}};
    }
    }
    return {};
}

} // namespace

HostFormValues HostFormValues::of(const model::HostProfile &profile)
{
    HostFormValues values;
    values.name = profile.id.text();
    values.kind = profile.address.kind();
    values.sshUser = profile.address.sshTarget().user();
    values.sshHost = profile.address.sshTarget().host();
    values.sshPort = profile.address.sshTarget().port();
    values.remoteSocket = profile.remoteSocket;
    values.socketPath = profile.address.socketPath();
    values.tcpHost = profile.address.tcpHost();
    if (profile.address.kind() == Kind::tcp)
        values.tcpPort = profile.address.tcpPort();
    return values;
}

HostFormCheck checkHostForm(const HostFormValues &values, const QList<base::HostId> &taken)
{
    const HostFormCheck name = checkName(values.name, taken);
    const HostFormCheck address = checkAddress(values, name.profile.value_or(model::HostProfile()));
    // What is wrong is told before what is only missing.
    if (!name.profile && (!name.problem.isEmpty() || address.problem.isEmpty()))
        return name;
    if (!name.profile && address.profile)
        return name;
    return address;
}

QString suggestHostName(const QString &host, const QList<base::HostId> &taken)
{
    QString stem = host.section(QLatin1Char('.'), 0, 0).toLower();
    if (!base::HostId::parse(stem))
        stem = QStringLiteral("server");
    QString name = stem;
    for (int i = 2; taken.contains(base::HostId::parse(name).value()); ++i)
        name = QStringLiteral("%1-%2").arg(stem.left(58)).arg(i);
    return name;
}

} // namespace mediahelm::ui
