// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/host_choice.h"

#include "app/options/exit_code.h"
#include "core/base/nearest.h"

namespace mediahelm::app {

namespace {

// A name for a host that is not kept: its machine's, as far as a name may look so.
base::HostId nameFor(const model::EngineAddress &address)
{
    using Kind = model::EngineAddress::Kind;
    QString text = address.kind() == Kind::ssh ? address.sshTarget().host()
        : address.kind() == Kind::tcp          ? address.tcpHost()
                                               : QStringLiteral("local");
    text = text.toLower().left(63);
    for (QChar &c : text) {
        if (c.unicode() > 0x7f || !(c.isLetterOrNumber() || c == u'-' || c == u'_'))
            c = u'-';
    }
    while (text.startsWith(u'-') || text.startsWith(u'_'))
        text.remove(0, 1);
    auto id = base::HostId::parse(text);
    if (!id)
        id = base::HostId::parse(u"host");
    return *id;
}

bool looksLikeAnAddress(const QString &given)
{
    return given.contains(QStringLiteral("://"));
}

} // namespace

std::variant<QList<model::HostProfile>, ChoiceError> chooseHosts(const QString &given,
                                                                 const QList<model::HostProfile> &kept)
{
    if (given.isEmpty())
        return kept;
    QStringList names;
    for (const model::HostProfile &profile : kept) {
        if (profile.id.text() == given)
            return QList{profile};
        names.append(profile.id.text());
    }
    if (!looksLikeAnAddress(given) && given != u"local")
        return ChoiceError{ExitCode::noHost, QStringLiteral("there is no host \"%1\"").arg(given),
                           base::nearestName(given, names)};
    const auto address = model::EngineAddress::parse(given);
    if (!address)
        return ChoiceError{ExitCode::usage, QStringLiteral("\"%1\": %2").arg(given, address.error().message), {}};
    return QList{model::HostProfile{nameFor(*address), *address, {}}};
}

ChosenHosts::ChosenHosts(QList<model::HostProfile> hosts)
    : m_hosts(std::move(hosts))
{
}

base::Status ChosenHosts::setHosts(const QList<model::HostProfile> &hosts)
{
    Q_UNUSED(hosts)
    return base::Error{base::ErrorKind::refused, QStringLiteral("these hosts are not kept"), {}};
}

} // namespace mediahelm::app
