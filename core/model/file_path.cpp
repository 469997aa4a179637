// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/file_path.h"

#include <algorithm>

namespace mediahelm::model {

namespace {

constexpr qsizetype longestPath = 1024;
constexpr qsizetype longestPart = 255;

bool isForbidden(QChar c)
{
    return c.category() == QChar::Other_Control || c == u'\\';
}

// As file systems that fold case, drop invisible characters (HFS+), or cut a name at ':' and trailing dots and spaces
// (NTFS) would read it.
QString folded(QStringView part)
{
    QString text;
    for (const QChar c : part) {
        if (c.category() != QChar::Other_Format)
            text += c.toLower();
    }
    text = text.section(u':', 0, 0);
    while (text.endsWith(u'.') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

bool isPart(QStringView part)
{
    if (part.isEmpty() || part == u"." || part == u".." || part.toUtf8().size() > longestPart)
        return false;
    const QString text = folded(part);
    return text != u".git" && text != u"git~1";
}

} // namespace

bool FilePathRule::accepts(QStringView text)
{
    if (text.isEmpty() || text.size() > longestPath || !text.isValidUtf16() || text.toUtf8().size() > longestPath)
        return false;
    if (std::any_of(text.begin(), text.end(), isForbidden))
        return false;
    const auto parts = text.split(u'/');
    return std::all_of(parts.begin(), parts.end(), isPart) && folded(parts.front()) != u".mediahelm";
}

QString FilePathRule::describe()
{
    return QStringLiteral("a file's path is relative to the workspace, at most 1024 bytes, without '..', '\\', control "
                          "characters, '.git' or '.mediahelm'");
}

QString folderOf(const FilePath &path)
{
    const qsizetype slash = path.text().lastIndexOf(u'/');
    return slash < 0 ? QString() : path.text().left(slash);
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || folder == u"/" || (path.startsWith(folder) && path.at(folder.size()) == u'/');
}

} // namespace mediahelm::model
