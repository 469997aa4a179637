// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/mount_parts.h"

#include <QDir>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isPath(const QString &source)
{
    return source.startsWith(u'/') || source.startsWith(u'.') || source.startsWith(u'~') || source.startsWith(u'\\')
        || (source.size() > 2 && source[1] == u':');
}

} // namespace

ModelMount parseMount(const QString &text)
{
    ModelMount mount;
    // The colon of "C:\" is none that separates.
    const bool drive =
        text.size() > 2 && text[0].isLetter() && text[1] == u':' && (text[2] == u'\\' || text[2] == u'/');
    const qsizetype colon = text.indexOf(u':', drive ? 2 : 0);
    if (colon < 0) {
        mount.kind = ModelMount::Kind::anonymous;
        mount.target = QDir::cleanPath(text);
        return mount;
    }
    mount.from = text.left(colon);
    const QStringList rest = text.mid(colon + 1).split(u':');
    mount.target = QDir::cleanPath(rest.first());
    mount.readOnly = rest.size() > 1 && rest[1].split(u',').contains(u"ro"_s);
    mount.kind = isPath(mount.from) ? ModelMount::Kind::bind : ModelMount::Kind::volume;
    return mount;
}

QString pathIn(const QString &folder, const QString &path)
{
    if (folder.isEmpty() || path.isEmpty() || path.startsWith(u'/') || path.startsWith(u'~') || path.startsWith(u'\\')
        || path.mid(1, 1) == u":")
        return path;
    return QDir::cleanPath(folder + u'/' + path);
}

} // namespace mediahelm::workspace
