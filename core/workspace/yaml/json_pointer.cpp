// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/json_pointer.h"

#include <algorithm>

namespace mediahelm::workspace {

std::optional<QStringList> splitPointer(const QString &pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (!pointer.startsWith(u'/'))
        return std::nullopt;
    QStringList parts = pointer.mid(1).split(u'/');
    for (QString &part : parts) {
        for (qsizetype at = part.indexOf(u'~'); at >= 0; at = part.indexOf(u'~', at + 1)) {
            const QChar code = at + 1 < part.size() ? part[at + 1] : QChar();
            if (code != u'0' && code != u'1')
                return std::nullopt;
            part.replace(at, 2, code == u'0' ? u'~' : u'/');
        }
    }
    return parts;
}

QString pointerStep(const QString &key)
{
    QString step = key;
    step.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return u'/' + step;
}

QString joinPointer(const QStringList &parts)
{
    QString pointer;
    for (const QString &part : parts)
        pointer += pointerStep(part);
    return pointer;
}

std::optional<int> pointerIndex(const QString &part)
{
    const bool digits = std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (part.isEmpty() || part.size() > 9 || !digits || (part.size() > 1 && part[0] == u'0'))
        return std::nullopt;
    return part.toInt();
}

} // namespace mediahelm::workspace
