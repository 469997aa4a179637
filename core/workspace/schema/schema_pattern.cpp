// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/schema_pattern.h"

namespace mediahelm::workspace {

namespace {

constexpr qsizetype longestPattern = 4096;
constexpr qsizetype longestText = 4096;

// "$" is the very end in ECMA 262, and may be followed by a line break in PCRE.
QString withStrictEnd(const QString &source)
{
    QString pattern;
    bool inClass = false;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == u'\\' && i + 1 < source.size()) {
            pattern += c;
            pattern += source[++i];
            continue;
        }
        if (c == u'[' && !inClass)
            inClass = true;
        else if (c == u']')
            inClass = false;
        if (c == u'$' && !inClass)
            pattern += u"\\z";
        else
            pattern += c;
    }
    return pattern;
}

// Behind a character class that begins at `at`; -1 where it does not end.
qsizetype classEnd(const QString &source, qsizetype at)
{
    for (qsizetype i = at + 1; i < source.size(); ++i) {
        if (source[i] == u'\\')
            ++i;
        else if (source[i] == u']')
            return i + 1;
    }
    return -1;
}

} // namespace

SchemaPattern::SchemaPattern(const QString &source, SchemaOrigin origin)
    : m_source(source)
    , m_longest(origin == SchemaOrigin::own ? -1 : longestText)
{
    // Without compiling to machine code: that takes longer than all texts of a workspace take to be matched.
    const QString limit = origin == SchemaOrigin::own ? QStringLiteral("(*NO_JIT)(*LIMIT_MATCH=1000000)")
                                                      : QStringLiteral("(*NO_JIT)(*LIMIT_MATCH=20000)");
    m_expression.setPattern(limit + withStrictEnd(source.left(longestPattern)));
    m_expression.setPatternOptions(QRegularExpression::DontCaptureOption);
}

QString SchemaPattern::problem() const
{
    if (m_source.size() > longestPattern)
        return QStringLiteral("a pattern is too long");
    if (m_source.startsWith(u"(*") || m_source.contains(u"(?C") || m_source.contains(u"(?R"))
        return QStringLiteral("a pattern has something that JSON Schema does not know");
    if (!m_expression.isValid())
        return QStringLiteral("a pattern cannot be read: ") + m_expression.errorString();
    return {};
}

bool SchemaPattern::matches(const QString &text) const
{
    if (m_longest >= 0 && text.size() > m_longest)
        return false;
    return m_expression.match(text).hasMatch();
}

QString SchemaPattern::keyPatternProblem(const QString &source)
{
    const QString problem = QStringLiteral("a pattern of keys may have plain characters and classes, ^, $, and behind "
                                           "^ one repetition");
    if (source.size() > longestPattern / 16)
        return problem;
    int repetitions = 0;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == u'[') {
            i = classEnd(source, i) - 1;
            if (i < 0)
                return problem;
        } else if (c == u'\\') {
            // An escaped mark of punctuation stands for itself; a digit would refer to a group.
            if (++i >= source.size() || (source[i].isLetterOrNumber() && !QStringLiteral("dwsDWS").contains(source[i])))
                return problem;
        } else if (c == u'+' || c == u'*' || c == u'?') {
            if (++repetitions > 1 || !source.startsWith(u'^') || i < 2)
                return problem;
        } else if ((c == u'^' && i > 0) || (c == u'$' && i + 1 < source.size())
                   || QStringLiteral("(){}|]").contains(c)) {
            return problem;
        }
    }
    return {};
}

} // namespace mediahelm::workspace
