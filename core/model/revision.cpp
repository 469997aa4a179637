// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/revision.h"

#include <algorithm>

namespace mediahelm::model {

bool RevisionIdRule::accepts(QStringView text)
{
    return text.size() == 40 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QString RevisionIdRule::describe()
{
    return QStringLiteral("a revision's id is 40 hexadecimal digits");
}

QString shortId(const RevisionId &id)
{
    constexpr qsizetype digits = 10;
    return id.text().first(digits);
}

bool TagNameRule::accepts(QStringView text)
{
    const auto plain = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    };
    if (text.isEmpty() || text.size() > 63 || !plain(text.front()) || text.back() == u'.')
        return false;
    if (text.contains(u"..") || text.endsWith(u".lock") || text.compare(u"head", Qt::CaseInsensitive) == 0)
        return false;
    return std::all_of(text.begin(), text.end(),
                       [&](QChar c) { return plain(c) || c == u'_' || c == u'.' || c == u'-'; });
}

QString TagNameRule::describe()
{
    return QStringLiteral(
        "a tag's name is 1 to 63 letters, digits, '_', '.' or '-', starts with a letter or digit, and "
        "is not 'head'");
}

QString revisionKindName(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::applied: return QStringLiteral("applied");
    case RevisionKind::savePoint: return QStringLiteral("save-point");
    case RevisionKind::external: return QStringLiteral("external");
    case RevisionKind::rollback: return QStringLiteral("rollback");
    case RevisionKind::foreign: break;
    }
    return QStringLiteral("foreign");
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::healthy: return QStringLiteral("healthy");
    case Verdict::unhealthy: return QStringLiteral("unhealthy");
    case Verdict::rolledBack: return QStringLiteral("rolled-back");
    case Verdict::cancelled: break;
    }
    return QStringLiteral("cancelled");
}

} // namespace mediahelm::model
