// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/names.h"

#include <algorithm>

namespace mediahelm::base {

namespace {

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}
bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isLetter(QChar c)
{
    return isLower(c) || isUpper(c);
}
bool isLetterOrDigit(QChar c)
{
    return isLetter(c) || isDigit(c);
}

template<typename First, typename Rest>
bool matches(QStringView text, qsizetype shortest, qsizetype longest, First first, Rest rest)
{
    if (text.size() < shortest || text.size() > longest || text.isEmpty() || !first(text.front()))
        return false;
    return std::all_of(text.begin() + 1, text.end(), rest);
}

bool isHost(QStringView text)
{
    return matches(text, 1, 253, isLetterOrDigit,
                   [](QChar c) { return isLetterOrDigit(c) || c == u'.' || c == u':' || c == u'_' || c == u'-'; });
}

bool isIpv6(QStringView text)
{
    const auto hex = [](QChar c) { return isDigit(c) || (c.toLower() >= u'a' && c.toLower() <= u'f'); };
    return text.contains(u':')
        && matches(
               text, 2, 64, [&](QChar c) { return hex(c) || c == u':'; },
               [&](QChar c) { return hex(c) || c == u':' || c == u'.'; });
}

bool isUser(QStringView text)
{
    return matches(
        text, 1, 32, [](QChar c) { return isLetter(c) || c == u'_'; },
        [](QChar c) { return isLetterOrDigit(c) || c == u'_' || c == u'.' || c == u'-'; });
}

Error invalidTarget(QString message)
{
    return Error{ErrorKind::invalid, std::move(message), {}};
}

} // namespace

bool HostIdRule::accepts(QStringView text)
{
    const auto first = [](QChar c) { return isLower(c) || isDigit(c); };
    return matches(text, 1, 63, first, [&](QChar c) { return first(c) || c == u'_' || c == u'-'; });
}

QString HostIdRule::describe()
{
    return QStringLiteral(
        "a host's name is 1 to 63 lower-case letters, digits, '-' or '_', and starts with a letter or digit");
}

bool ContainerIdRule::accepts(QStringView text)
{
    const auto hex = [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f'); };
    return matches(text, 12, 64, hex, hex);
}

QString ContainerIdRule::describe()
{
    return QStringLiteral("a container's id is 12 to 64 hexadecimal digits");
}

bool ContainerNameRule::accepts(QStringView text)
{
    return matches(text, 1, 128, isLetterOrDigit,
                   [](QChar c) { return isLetterOrDigit(c) || c == u'_' || c == u'.' || c == u'-'; });
}

QString ContainerNameRule::describe()
{
    return QStringLiteral("a container's name is letters, digits, '_', '.' or '-', and starts with a letter or digit");
}

bool ImageNameRule::accepts(QStringView text)
{
    return matches(text, 1, 255, isLetterOrDigit, [](QChar c) {
        return isLetterOrDigit(c) || c == u'.' || c == u'_' || c == u'/' || c == u':' || c == u'@' || c == u'-';
    });
}

QString ImageNameRule::describe()
{
    return QStringLiteral(
        "an image's name is letters, digits, '.', '_', '-', '/', ':' or '@', and starts with a letter or digit");
}

Result<SshTarget> SshTarget::parse(QStringView text)
{
    constexpr QStringView scheme = u"ssh://";
    if (text.startsWith(scheme))
        text = text.sliced(scheme.size());
    if (text.endsWith(u'/'))
        text.chop(1);
    if (text.isEmpty())
        return invalidTarget(QStringLiteral("the SSH address names no host"));
    const auto foreign = [](QChar c) {
        return !(isLetterOrDigit(c) || c == u'.' || c == u':' || c == u'_' || c == u'-' || c == u'@' || c == u'['
                 || c == u']');
    };
    const auto at = std::find_if(text.begin(), text.end(), foreign);
    if (at != text.end())
        return invalidTarget(
            QStringLiteral("the character '%1' cannot stand in an SSH address; write ssh://user@host:port")
                .arg(at->isPrint() ? *at : QChar(u'?')));

    SshTarget target;
    const qsizetype userEnd = text.lastIndexOf(u'@');
    if (userEnd >= 0) {
        const QStringView user = text.first(userEnd);
        if (user.contains(u':'))
            return invalidTarget(
                QStringLiteral("a password cannot stand in an SSH address; it is asked for when it is needed"));
        if (!isUser(user))
            return invalidTarget(QStringLiteral(
                "the user is 1 to 32 letters, digits, '_', '.' or '-', and starts with a letter or '_'"));
        target.m_user = user.toString();
        text = text.sliced(userEnd + 1);
    }

    QStringView host = text;
    QStringView port;
    if (text.startsWith(u'[')) {
        const qsizetype close = text.indexOf(u']');
        if (close < 0 || !isIpv6(text.sliced(1, close - 1)))
            return invalidTarget(QStringLiteral("an IPv6 address stands in brackets: ssh://user@[2001:db8::1]:22"));
        host = text.sliced(1, close - 1);
        port = text.sliced(close + 1);
        if (!port.isEmpty() && !port.startsWith(u':'))
            return invalidTarget(QStringLiteral("after the IPv6 address only ':' and a port may follow"));
    } else if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
        host = text.first(colon);
        port = text.sliced(colon);
    }
    if (!text.startsWith(u'[') && !isHost(host))
        return invalidTarget(QStringLiteral(
            "the host is letters, digits, '.', '_' or '-', at most 253, and starts with a letter or digit"));
    target.m_host = host.toString();

    if (!port.isEmpty()) {
        const QStringView digits = port.sliced(1);
        const bool numeric =
            !digits.isEmpty() && digits.size() <= 5 && std::all_of(digits.begin(), digits.end(), isDigit);
        target.m_port = numeric ? digits.toInt() : 0;
        if (target.m_port < 1 || target.m_port > 65535)
            return invalidTarget(QStringLiteral("the port is a number from 1 to 65535"));
    }
    return target;
}

QString SshTarget::url() const
{
    QString text = QStringLiteral("ssh://");
    if (!m_user.isEmpty())
        text += m_user + QLatin1Char('@');
    text += m_host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(m_host) : m_host;
    if (m_port > 0)
        text += QStringLiteral(":%1").arg(m_port);
    return text;
}

} // namespace mediahelm::base
