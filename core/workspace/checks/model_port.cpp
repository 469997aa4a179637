// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/model_port.h"

#include <QHostAddress>
#include <QStringList>

namespace mediahelm::workspace {

namespace {

// "v4" and "v6" for all addresses of a kind, "*" for all, else the address in its one spelling.
QString spelling(const QString &address)
{
    if (address.isEmpty() || address == u"*")
        return QStringLiteral("*");
    QString bare = address;
    if (bare.startsWith(u'[') && bare.endsWith(u']'))
        bare = bare.mid(1, bare.size() - 2);
    if (bare == u"localhost")
        return QStringLiteral("127.0.0.1");
    const QHostAddress parsed(bare);
    if (parsed == QHostAddress(QHostAddress::AnyIPv4))
        return QStringLiteral("v4");
    if (parsed == QHostAddress(QHostAddress::AnyIPv6))
        return QStringLiteral("v6");
    return parsed.isNull() ? bare : parsed.toString();
}

bool isSixth(const QString &spelled)
{
    return spelled == u"v6" || spelled.contains(u':');
}

} // namespace

bool addressesOverlap(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    const QString first = spelling(a);
    const QString second = spelling(b);
    if (first == second || first == u"*" || second == u"*")
        return true;
    if (isSixth(first) != isSixth(second))
        return false;
    return first == u"v4" || first == u"v6" || second == u"v4" || second == u"v6";
}

bool ModelPort::collidesWith(const ModelPort &other) const
{
    if (first == 0 || other.first == 0 || protocol != other.protocol)
        return false;
    // Of a range for one port of the container the engine takes a free one.
    const bool chooses = targetFirst == targetLast && first != last;
    const bool otherChooses = other.targetFirst == other.targetLast && other.first != other.last;
    if (chooses || otherChooses)
        return false;
    return first <= other.last && other.first <= last && addressesOverlap(hostIp, other.hostIp);
}

bool ModelPort::covers(const ModelPort &other) const
{
    const bool paired = last - first == targetLast - targetFirst;
    const bool otherPaired = other.last - other.first == other.targetLast - other.targetFirst;
    return first > 0 && other.first > 0 && paired && otherPaired && hostIp == other.hostIp && protocol == other.protocol
        && first <= other.first && other.last <= last && other.first - first == other.targetFirst - targetFirst;
}

QString ModelPort::publishedText() const
{
    return first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
}

std::optional<std::pair<int, int>> parsePortRange(const QString &text)
{
    const QStringList ends = text.split(u'-');
    bool good = ends.size() <= 2;
    bool alsoGood = true;
    const int first = good ? ends.first().toInt(&good) : 0;
    const int last = good && ends.size() == 2 ? ends.last().toInt(&alsoGood) : first;
    if (!good || !alsoGood || first < 0 || last < first || last > 65535)
        return std::nullopt;
    return std::pair(first, last);
}

std::optional<ModelPort> parsePort(const QString &text)
{
    ModelPort port;
    const qsizetype slash = text.lastIndexOf(u'/');
    port.protocol = slash < 0 ? QStringLiteral("tcp") : text.mid(slash + 1).toLower();
    const QString rest = slash < 0 ? text : text.left(slash);
    const qsizetype colon = rest.lastIndexOf(u':');
    const auto target = parsePortRange(rest.mid(colon + 1));
    if (!target)
        return std::nullopt;
    port.targetFirst = target->first;
    port.targetLast = target->second;
    if (colon < 0)
        return port;
    const QString host = rest.left(colon);
    const qsizetype before = host.lastIndexOf(u':');
    const QString published = host.mid(before + 1);
    port.hostIp = before < 0 ? QString() : host.left(before);
    if (port.hostIp.startsWith(u'[') && port.hostIp.endsWith(u']'))
        port.hostIp = port.hostIp.mid(1, port.hostIp.size() - 2);
    if (published.isEmpty())
        return port;
    const auto range = parsePortRange(published);
    if (!range)
        return std::nullopt;
    port.first = range->first;
    port.last = range->second;
    return port;
}

} // namespace mediahelm::workspace
