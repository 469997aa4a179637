// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/posix_quote.h"

#include <algorithm>

namespace mediahelm::revision {

namespace {

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"_@%+:,./-").contains(c);
}

} // namespace

QString posixQuoted(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString quoted = word;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString posixLine(const QStringList &words)
{
    QStringList quoted;
    quoted.reserve(words.size());
    for (const QString &word : words)
        quoted.append(posixQuoted(word));
    return quoted.join(u' ');
}

} // namespace mediahelm::revision
