// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace mediahelm::workspace {

// Who wrote a schema: what comes with a workspace is not trusted to be harmless.
enum class SchemaOrigin { own, workspace };

// A pattern of a JSON schema (ECMA 262, searched, not anchored), matched by PCRE with a bound on its steps, so that
// neither a long text nor a pattern such as "^(a+)+$" costs more than a millisecond or two. A plain value; matching may
// happen on several threads at once.
class SchemaPattern
{
public:
    SchemaPattern() = default;
    SchemaPattern(const QString &source, SchemaOrigin origin);

    const QString &source() const { return m_source; }
    // Empty where it can be used; else why not, in words. Compiles it, which matches() does at its first use otherwise.
    QString problem() const;
    // A text that would take too many steps does not fit; nor, for a workspace's pattern, does one of more than 4096
    // characters.
    bool matches(const QString &text) const;

    // The same for a pattern of names of keys, which valijson matches with a matcher that recurses for each character:
    // a workspace's may be of plain characters and classes, with "^", "$" and, behind "^", one "+" or "*" or "?".
    static QString keyPatternProblem(const QString &source);

private:
    QString m_source;
    QRegularExpression m_expression;
    qsizetype m_longest = -1;
};

} // namespace mediahelm::workspace
