// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/variable_template.h"

namespace mediahelm::workspace {

namespace {

constexpr int mostNested = 32;
constexpr qsizetype mostText = 1024 * 1024;

bool startsName(QChar c)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool continuesName(QChar c)
{
    return startsName(c) || (c >= u'0' && c <= u'9');
}

// Where the brace that opens the text is closed, as the reference implementation counts: whatever follows a '{' is not
// looked at.
qsizetype closingBrace(QStringView text)
{
    int open = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'}' && --open == 0)
            return i;
        if (text[i] == u'{') {
            ++open;
            ++i;
        }
    }
    return -1;
}

class Expander
{
public:
    Expander(const VariableLookup &lookup, Expansion &expansion)
        : m_lookup(lookup)
        , m_expansion(expansion)
    {
    }

    QString expand(QStringView text, qsizetype offset, int depth);

private:
    // The reference at `at`; what it came out as, and in `at` what follows it.
    QString braced(QStringView text, qsizetype &at, qsizetype offset, int depth);
    QString operated(const QString &name, const QString &op, QStringView operand, qsizetype offset, int depth,
                     qsizetype operandOffset);
    std::optional<QString> value(const QString &name, const QString &op, qsizetype offset);
    void fail(const TemplateProblem &problem)
    {
        if (!m_expansion.problem)
            m_expansion.problem = problem;
    }

    const VariableLookup &m_lookup;
    Expansion &m_expansion;
    qsizetype m_written = 0;
};

std::optional<QString> Expander::value(const QString &name, const QString &op, qsizetype offset)
{
    std::optional<QString> found = m_lookup(name);
    m_expansion.uses.append({name, offset, op, found.has_value()});
    return found;
}

QString Expander::expand(QStringView text, qsizetype offset, int depth)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size() && m_expansion.ok()) {
        const qsizetype dollar = text.indexOf(u'$', at);
        const qsizetype plain = (dollar < 0 ? text.size() : dollar) - at;
        result += text.mid(at, plain);
        m_written += plain;
        if (m_written > mostText || depth > mostNested) {
            fail({TemplateFault::tooLarge, offset + at, {}, {}});
            break;
        }
        if (dollar < 0)
            break;
        at = dollar + 1;
        const QChar next = at < text.size() ? text[at] : QChar();
        if (next == u'$') {
            result += u'$';
            ++at;
        } else if (startsName(next)) {
            const qsizetype begin = at;
            while (at < text.size() && continuesName(text[at]))
                ++at;
            const QString found =
                value(text.mid(begin, at - begin).toString(), {}, offset + dollar).value_or(QString());
            m_written += found.size();
            result += found;
        } else if (next == u'{') {
            at = dollar;
            result += braced(text, at, offset, depth);
        } else {
            result += u'$';
        }
    }
    return result;
}

QString Expander::braced(QStringView text, qsizetype &at, qsizetype offset, int depth)
{
    const qsizetype dollar = at;
    qsizetype end = dollar + 2;
    if (end < text.size() && startsName(text[end])) {
        while (end < text.size() && continuesName(text[end]))
            ++end;
    }
    const QString name = text.mid(dollar + 2, end - dollar - 2).toString();
    const QChar next = end < text.size() ? text[end] : QChar();
    if (!name.isEmpty() && next == u'}') {
        at = end + 1;
        const QString found = value(name, {}, offset + dollar).value_or(QString());
        m_written += found.size();
        return found;
    }
    QString op;
    const QChar behind = next == u':' && end + 1 < text.size() ? text[end + 1] : next;
    if (behind == u'-' || behind == u'+' || behind == u'?')
        op = (next == u':' ? QStringLiteral(":") : QString()) + behind;
    const qsizetype lineEnd = text.indexOf(u'\n', dollar);
    const QStringView line = text.mid(dollar, (lineEnd < 0 ? text.size() : lineEnd) - dollar);
    const qsizetype last = line.lastIndexOf(u'}');
    const qsizetype operand = end + op.size();
    if (name.isEmpty() || op.isEmpty() || dollar + last < operand) {
        fail({TemplateFault::syntax, offset + dollar, {}, {}});
        return {};
    }
    const qsizetype counted = closingBrace(line.left(last + 1));
    const qsizetype close = dollar + (counted >= 0 ? counted : last);
    at = close + 1;
    return operated(name, op, text.mid(operand, close - operand), offset + dollar, depth, offset + operand);
}

QString Expander::operated(const QString &name, const QString &op, QStringView operand, qsizetype offset, int depth,
                           qsizetype operandOffset)
{
    const std::optional<QString> found = value(name, op, offset);
    const QString other = expand(operand, operandOffset, depth + 1);
    if (!m_expansion.ok())
        return {};
    const bool present = found && !(op.startsWith(u':') && found->isEmpty());
    if (op.endsWith(u'?') && !present) {
        fail({TemplateFault::required, offset, name, other});
        return {};
    }
    const bool takesOther = op.endsWith(u'+') ? present : op.endsWith(u'-') && !present;
    const QString text = takesOther ? other : found.value_or(QString());
    m_written += text.size();
    return text;
}

} // namespace

Expansion expandVariables(const QString &text, const VariableLookup &lookup)
{
    Expansion expansion;
    expansion.text = Expander(lookup, expansion).expand(text, 0, 0);
    return expansion;
}

QString escapedTemplate(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'$', QStringLiteral("$$"));
}

} // namespace mediahelm::workspace
