// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/env_file.h"

#include <algorithm>
#include <utility>

namespace mediahelm::workspace {

namespace {

// As Go's unicode.IsSpace.
bool isSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isBlank(char32_t c)
{
    return c == U'\t' || c == U'\v' || c == U'\f' || c == U'\r' || c == U' ' || c == 0x85 || c == 0xA0;
}

bool belongsToName(char32_t c)
{
    return c == U'_' || c == U'.' || c == U'-' || c == U'[' || c == U']' || QChar::isLetter(c) || QChar::isNumber(c);
}

QString unescaped(const QString &text);

class EnvParser
{
public:
    explicit EnvParser(EnvFile &file)
        : m_file(file)
        , m_text(file.lines.text())
        , m_at(m_text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    {
    }

    void parse()
    {
        while (m_file.ok() && skipToStatement())
            statement();
    }

private:
    struct Character {
        char32_t code = 0;
        int length = 1;
    };
    // The bytes are well-formed UTF-8.
    Character character(qsizetype at) const
    {
        const auto lead = uchar(m_text[at]);
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? lead : lead & (0x7F >> length);
        for (int i = 1; i < length; ++i)
            code = (code << 6) | (uchar(m_text[at + i]) & 0x3F);
        return {code, length};
    }
    qsizetype over(qsizetype at, bool (*fits)(char32_t)) const
    {
        while (at < m_text.size() && fits(character(at).code))
            at += character(at).length;
        return at;
    }
    qsizetype lineEnd(qsizetype at) const
    {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end;
    }
    void fail(qsizetype at, const QString &what, const QString &mend)
    {
        m_file.problem = EnvProblem{at, m_file.lines.place(at), what, mend};
    }

    bool skipToStatement();
    void statement();
    void skipExport();
    void plainValue(EnvAssignment &assignment);
    void quotedValue(EnvAssignment &assignment);

    EnvFile &m_file;
    const QByteArray &m_text;
    qsizetype m_at;
};

bool EnvParser::skipToStatement()
{
    for (;;) {
        m_at = over(m_at, isSpace);
        if (m_at == m_text.size())
            return false;
        if (m_text[m_at] != '#')
            return true;
        m_at = lineEnd(m_at);
    }
}

void EnvParser::skipExport()
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; };
    if (m_text.mid(m_at, 6) == "export" && m_at + 6 < m_text.size() && blank(m_text[m_at + 6]))
        m_at = over(m_at + 6, isBlank);
}

void EnvParser::statement()
{
    skipExport();
    EnvAssignment assignment;
    const qsizetype begin = m_at;
    qsizetype at = begin;
    for (; at < m_text.size(); at += character(at).length) {
        const char32_t c = character(at).code;
        if (c == U'=' || c == U':' || c == U'\n')
            break;
        if (!isBlank(c) && !belongsToName(c)) {
            fail(at, QStringLiteral("'%1' cannot be in the name of a variable").arg(QString::fromUcs4(&c, 1)),
                 QStringLiteral("write NAME=value; put a value of several lines in quotes"));
            return;
        }
    }
    qsizetype end = at;
    while (end > begin && uchar(m_text[end - 1]) < 0x80 && isSpace(uchar(m_text[end - 1])))
        --end;
    assignment.name = QString::fromUtf8(m_text.mid(begin, end - begin));
    assignment.nameSpan = {begin, end};
    assignment.place = m_file.lines.place(begin);
    if (assignment.name.contains(u' ')) {
        fail(begin, QStringLiteral("a variable's name cannot have a blank"),
             QStringLiteral("write NAME=value; put a value of several lines in quotes"));
        return;
    }
    if (at == m_text.size()) {
        // Compose takes it for the value of a variable without a name.
        fail(begin, QStringLiteral("a name alone on a last line that does not end"),
             QStringLiteral("write NAME=value, or end the line"));
        return;
    }
    assignment.inherits = m_text[at] == '\n';
    if (assignment.name.isEmpty() && !assignment.inherits) {
        fail(begin, QStringLiteral("a value without a name"), QStringLiteral("write NAME=value"));
        return;
    }
    m_at = over(std::min(at + 1, m_text.size()), isBlank);
    assignment.valueSpan = {m_at, m_at};
    if (assignment.inherits)
        assignment.valueSpan = {end, end};
    else if (m_at < m_text.size() && (m_text[m_at] == '"' || m_text[m_at] == '\''))
        quotedValue(assignment);
    else
        plainValue(assignment);
    if (m_file.ok() && !assignment.name.isEmpty())
        m_file.assignments.append(assignment);
}

void EnvParser::plainValue(EnvAssignment &assignment)
{
    const qsizetype begin = m_at;
    const qsizetype line = lineEnd(begin);
    qsizetype end = m_text.indexOf(" #", begin);
    end = end < 0 ? line : std::min(end, line);
    QString text = QString::fromUtf8(m_text.mid(begin, end - begin));
    while (!text.isEmpty() && isSpace(text.back().unicode()))
        text.chop(1);
    assignment.text = text;
    assignment.valueSpan = {begin, begin + text.toUtf8().size()};
    m_at = std::min(line + 1, m_text.size());
}

void EnvParser::quotedValue(EnvAssignment &assignment)
{
    const char quote = m_text[m_at];
    const qsizetype begin = m_at;
    QByteArray value;
    bool escape = false;
    for (qsizetype at = begin + 1; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (c == quote && !escape) {
            assignment.quote = quote == '"' ? EnvQuote::doubled : EnvQuote::single;
            assignment.valueSpan = {begin, at + 1};
            const QString text = QString::fromUtf8(value);
            assignment.text = quote == '"' ? unescaped(text) : text;
            m_at = at + 1;
            return;
        }
        if (c == '\\' && !escape) {
            escape = true;
            continue;
        }
        if (escape && c != quote)
            value += '\\';
        escape = false;
        value += c;
    }
    fail(begin, QStringLiteral("the quote that opens here is never closed"),
         QStringLiteral("close it, or take it out"));
}

// The escapes that the shell has in double quotes. "\$" becomes "$$", which expands to a dollar.
QString unescaped(const QString &text)
{
    static const QString codes = QStringLiteral("abfnrtv\"\\");
    static const QString meanings = QStringLiteral("\a\b\f\n\r\t\v\"\\");
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (text[i] != u'\\') {
            result += text[i];
        } else if (next == u'$') {
            result += QStringLiteral("$$");
            ++i;
        } else if (next == u'0') {
            qsizetype end = i + 2;
            while (end < text.size() && end < i + 5 && text[end] >= u'0' && text[end] <= u'9')
                ++end;
            const QString digits = text.mid(i + 2, end - i - 2);
            bool octal = false;
            const int code = digits.toInt(&octal, 8);
            if (digits.size() == 3 && octal && code < 256)
                result += QChar(code);
            else
                result += u'\\' + digits; // the reference implementation drops the zero
            i = end - 1;
        } else if (const qsizetype known = next.isNull() ? -1 : codes.indexOf(next); known >= 0) {
            result += meanings[known];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

const EnvAssignment *EnvFile::find(const QString &name) const
{
    const auto it = std::find_if(assignments.crbegin(), assignments.crend(),
                                 [&name](const EnvAssignment &assignment) { return assignment.name == name; });
    return it == assignments.crend() ? nullptr : &*it;
}

EnvFile readEnvFile(const QByteArray &bytes)
{
    constexpr qsizetype most = 2 * 1024 * 1024;
    EnvFile file;
    if (bytes.size() > most) {
        file.problem = EnvProblem{0,
                                  {},
                                  QStringLiteral("the file has %1 bytes; %2 are the most").arg(bytes.size()).arg(most),
                                  QStringLiteral("split it into several files")};
        return file;
    }
    file.lines = TextIndex(bytes);
    if (const std::optional<qsizetype> bad = TextIndex::firstInvalidByte(bytes)) {
        file.problem =
            EnvProblem{*bad, TextIndex(bytes.left(*bad)).place(*bad), QStringLiteral("this is not UTF-8 text"),
                       QStringLiteral("save the file in the encoding UTF-8")};
        return file;
    }
    EnvParser(file).parse();
    return file;
}

} // namespace mediahelm::workspace
