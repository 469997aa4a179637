// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/image_name.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isLower(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isWord(QChar c)
{
    return isLower(c) || (c >= u'A' && c <= u'Z') || c == u'_';
}

// Letters and digits, with '.', "_", "__" or dashes between.
bool isPathPart(const QString &part)
{
    if (part.isEmpty() || !isLower(part.front()) || !isLower(part.back()))
        return false;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QChar c = part[i];
        if (isLower(c) || c == u'-')
            continue;
        const bool again = i > 0 && part[i - 1] == c;
        if (c == u'.' && !again && part[i - 1] != u'_')
            continue;
        if (c == u'_' && !(again && i > 1 && part[i - 2] == c) && part[i - 1] != u'.')
            continue;
        return false;
    }
    return true;
}

bool isTag(const QString &tag)
{
    return !tag.isEmpty() && tag.size() <= 128 && isWord(tag.front())
        && std::all_of(tag.begin(), tag.end(), [](QChar c) { return isWord(c) || c == u'.' || c == u'-'; });
}

// The first part of a path is a registry's name where it could be a host's.
bool isRegistry(const QString &part)
{
    return part == u"localhost" || part.contains(u'.') || part.contains(u':');
}

bool isRegistryName(const QString &name)
{
    return std::all_of(name.begin(), name.end(), [](QChar c) { return isWord(c) || u".:-[]"_s.contains(c); });
}

} // namespace

std::optional<ImageName> parseImageName(const QString &text)
{
    ImageName image;
    QString rest = text;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        image.digest = rest.mid(at + 1);
        rest.truncate(at);
        if (image.digest.indexOf(u':') < 1 || image.digest.size() < 32)
            return std::nullopt;
    }
    if (const qsizetype colon = rest.lastIndexOf(u':'); colon > rest.lastIndexOf(u'/')) {
        image.tag = rest.mid(colon + 1);
        rest.truncate(colon);
        if (!isTag(image.tag))
            return std::nullopt;
    }
    QStringList parts = rest.split(u'/');
    QString registry;
    if (parts.size() > 1 && isRegistry(parts.first()))
        registry = parts.takeFirst();
    if (!isRegistryName(registry) || rest.size() > 255 || !std::all_of(parts.begin(), parts.end(), isPathPart))
        return std::nullopt;
    const bool hub = registry.isEmpty() || registry == u"docker.io" || registry == u"index.docker.io";
    if (hub && parts.size() > 1 && parts.first() == u"library")
        parts.removeFirst();
    image.repository = hub ? parts.join(u'/') : registry + u'/' + parts.join(u'/');
    return image;
}

bool isFloatingTag(const QString &tag)
{
    static const QSet<QString> moving{u"latest"_s, u"nightly"_s, u"develop"_s, u"dev"_s,  u"edge"_s,     u"main"_s,
                                      u"master"_s, u"beta"_s,    u"alpha"_s,   u"rc"_s,   u"unstable"_s, u"testing"_s,
                                      u"stable"_s, u"release"_s, u"canary"_s,  u"next"_s, u"rolling"_s,  u"preview"_s};
    return tag.isEmpty() || moving.contains(tag.toLower());
}

} // namespace mediahelm::workspace
