// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/yaml_cursor.h"

#include "core/control/configuration/flow_place.h"

#include <optional>

namespace mediahelm::control {

using model::Span;

namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

qsizetype lineBegin(const QByteArray &text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype lineEnd(const QByteArray &text, qsizetype at)
{
    qsizetype end = text.indexOf('\n', at);
    end = end < 0 ? text.size() : end;
    return end > at && text.at(end - 1) == '\r' ? end - 1 : end;
}

// What stands on one line: dashes, a key, a value.
struct Line {
    qsizetype begin = 0;
    qsizetype end = 0;
    QList<qsizetype> dashes; // bytes
    qsizetype content = 0; // the first byte behind blanks and dashes
    qsizetype colon = -1;
    qsizetype comment = -1;

    bool isBlank() const { return content >= (comment >= 0 ? comment : end) && dashes.isEmpty(); }
    qsizetype column(qsizetype byte) const { return byte - begin; }
    bool hasKey() const { return colon >= 0; }
    qsizetype textEnd() const { return comment >= 0 ? comment : end; }
};

// Finds the ':' of a key and the '#' of a comment, quotes and brackets seen.
void scanContent(const QByteArray &text, Line &line)
{
    char quote = 0;
    int depth = 0;
    for (qsizetype i = line.content; i < line.end; ++i) {
        const char c = text.at(i);
        if (quote) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote)
                quote = 0;
            continue;
        }
        const bool begins = i == line.content || text.at(i - 1) == ' ' || text.at(i - 1) == '\t';
        const bool opens = begins || text.at(i - 1) == '[' || text.at(i - 1) == '{' || text.at(i - 1) == ',';
        if (c == '#' && begins) {
            line.comment = i;
            return;
        }
        if ((c == '"' || c == '\'') && opens)
            quote = c;
        else if ((c == '[' || c == '{') && (opens || depth > 0) && (i == 0 || text.at(i - 1) != '$'))
            ++depth;
        else if ((c == ']' || c == '}') && depth > 0)
            --depth;
        const bool ends = i + 1 >= line.end || text.at(i + 1) == ' ' || text.at(i + 1) == '\t';
        if (c == ':' && ends && depth == 0 && line.colon < 0)
            line.colon = i;
    }
}

Line readLine(const QByteArray &text, qsizetype at)
{
    Line line;
    line.begin = lineBegin(text, at);
    line.end = lineEnd(text, line.begin);
    qsizetype i = line.begin;
    if (i == 0 && text.startsWith("\xef\xbb\xbf"))
        i = 3;
    while (true) {
        while (i < line.end && text.at(i) == ' ')
            ++i;
        const bool dash =
            i < line.end && text.at(i) == '-' && (i + 1 == line.end || text.at(i + 1) == ' ' || text.at(i + 1) == '\t');
        if (!dash)
            break;
        line.dashes.append(i++);
    }
    line.content = i;
    scanContent(text, line);
    return line;
}

Span trimmed(const QByteArray &text, Span span)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (span.end > span.begin && isBlank(text.at(span.end - 1)))
        --span.end;
    while (span.begin < span.end && isBlank(text.at(span.begin)))
        ++span.begin;
    return span;
}

Span unquoted(const QByteArray &text, Span span)
{
    if (span.isEmpty())
        return span;
    const char c = text.at(span.begin);
    if (c != '"' && c != '\'')
        return span;
    ++span.begin;
    if (span.end > span.begin && text.at(span.end - 1) == c)
        --span.end;
    return span;
}

QString keyOf(const QByteArray &text, const Line &line)
{
    const Span span = unquoted(text, trimmed(text, {line.content, line.colon}));
    return QString::fromUtf8(text.sliced(span.begin, span.length()));
}

bool beginsBlockScalar(const QByteArray &text, const Line &line)
{
    const qsizetype from = line.hasKey() ? line.colon + 1 : line.content;
    const Span value = trimmed(text, {from, line.textEnd()});
    if (value.isEmpty())
        return false;
    const QByteArray last = text.sliced(value.begin, value.length()).split(' ').constLast();
    if (last.isEmpty() || (last.at(0) != '|' && last.at(0) != '>') || last.size() > 3)
        return false;
    const QByteArray rest = last.sliced(1);
    for (const char c : rest) {
        if (c != '+' && c != '-' && (c < '1' || c > '9'))
            return false;
    }
    return true;
}

// Walks up from a place and gathers what it stands in.
class Ancestors
{
public:
    Ancestors(const QByteArray &text, qsizetype column)
        : m_text(text)
        , m_keyLimit(column)
        , m_dashLimit(column)
    {
    }

    // The dashes of the line itself, which stand left of its content.
    void takeDashes(const Line &line)
    {
        for (qsizetype i = line.dashes.size() - 1; i >= 0; --i)
            takeDash(line.column(line.dashes.at(i)));
    }

    void walk(qsizetype from)
    {
        qsizetype at = from;
        while (at > 0 && m_keyLimit > 0) {
            const Line line = readLine(m_text, at - 1);
            at = line.begin;
            if (line.isBlank())
                continue;
            take(line);
        }
    }

    QStringList path;
    bool inBlockScalar = false;

private:
    void takeDash(qsizetype column)
    {
        if (column >= m_dashLimit)
            return;
        path.prepend(QStringLiteral("-"));
        m_dashLimit = column;
        m_keyLimit = column + 1; // a list may stand as deep as its key
    }

    void take(const Line &line)
    {
        const qsizetype column = line.column(line.content);
        const bool above =
            column < m_keyLimit || (!line.dashes.isEmpty() && line.column(line.dashes.constFirst()) < m_dashLimit);
        if (above && path.isEmpty() && m_first && beginsBlockScalar(m_text, line))
            inBlockScalar = true;
        if (above)
            m_first = false;
        if (line.hasKey() && column < m_keyLimit) {
            path.prepend(keyOf(m_text, line));
            m_keyLimit = column;
            m_dashLimit = column;
        }
        takeDashes(line);
    }

    const QByteArray &m_text;
    qsizetype m_keyLimit;
    qsizetype m_dashLimit;
    bool m_first = true;
};

// Keys at the same column, above and below, until something further left ends their mapping.
QStringList siblingKeys(const QByteArray &text, const Line &own, qsizetype column)
{
    QStringList keys;
    const auto take = [&](const Line &line, bool ownLine) { // whether to go on
        if (line.isBlank())
            return true;
        if (line.column(line.content) == column && line.hasKey() && !ownLine)
            keys.append(keyOf(text, line));
        const bool dashBefore = !line.dashes.isEmpty() && line.column(line.dashes.constFirst()) < column;
        return line.column(line.content) >= column && !dashBefore;
    };
    qsizetype at = own.begin;
    bool on = own.dashes.isEmpty();
    while (at > 0 && on) {
        const Line line = readLine(text, at - 1);
        at = line.begin;
        on = take(line, false);
    }
    at = own.end;
    on = true;
    while (on) {
        const qsizetype next = text.indexOf('\n', at);
        if (next < 0 || next + 1 >= text.size())
            break;
        const Line line = readLine(text, next + 1);
        at = line.end;
        // A dash on the line of a sibling begins the next item.
        if (!line.isBlank() && !line.dashes.isEmpty() && line.column(line.dashes.constFirst()) < column)
            break;
        on = take(line, false);
    }
    return keys;
}

void setTexts(const QByteArray &text, qsizetype at, Span whole, YamlCursor &cursor)
{
    whole = trimmed(text, whole);
    if (whole.isEmpty())
        whole = {at, at};
    whole = unquoted(text, whole);
    cursor.wholeSpan = whole;
    cursor.whole = QString::fromUtf8(text.sliced(whole.begin, whole.length()));
    const qsizetype begin = std::min(whole.begin, at);
    cursor.begunSpan = {begin, at};
    cursor.begun = QString::fromUtf8(text.sliced(begin, at - begin));
}

// The first byte of a line's value where that is a bracket; -1 for none.
qsizetype openingBracket(const QByteArray &text, const Line &line)
{
    const Span value = trimmed(text, {line.hasKey() ? line.colon + 1 : line.content, line.textEnd()});
    const bool opens = !value.isEmpty() && (text.at(value.begin) == '[' || text.at(value.begin) == '{');
    return opens ? value.begin : -1;
}

// The keys and dashes down to a line's value.
QStringList pathOfValue(const QByteArray &text, const Line &line)
{
    Ancestors above(text, line.column(line.content));
    above.takeDashes(line);
    above.walk(line.begin);
    return line.hasKey() ? above.path + QStringList{keyOf(text, line)} : above.path;
}

// Where the byte stands in brackets that its own line has opened, or one above that is further left: the outermost
// ones count, since what is in brackets may look like lines of its own.
std::optional<YamlCursor> inBrackets(const QByteArray &text, const Line &own, qsizetype at)
{
    std::optional<FlowPlace> place;
    Line line = own;
    Line outermost = own;
    const auto left = [&line] { return line.column(line.dashes.isEmpty() ? line.content : line.dashes.constFirst()); };
    // A blank line may stand as far left as it likes.
    qsizetype limit = own.isBlank() ? text.size() : left();
    for (bool more = true; more;) {
        const qsizetype open = openingBracket(text, line);
        if (open >= 0 && open < at) {
            if (const auto found = flowPlace(text, open, at)) {
                place = found;
                outermost = line;
            }
        }
        do {
            more = line.begin > 0 && limit > 0;
            if (more)
                line = readLine(text, line.begin - 1);
        } while (more && (line.isBlank() || left() >= limit));
        limit = more ? left() : 0;
    }
    if (!place)
        return std::nullopt;
    YamlCursor cursor;
    cursor.where = place->isComment ? YamlCursor::Where::comment
        : place->isKey              ? YamlCursor::Where::key
                                    : YamlCursor::Where::value;
    cursor.path = pathOfValue(text, outermost) + place->path;
    cursor.inFlow = true;
    cursor.hasColon = place->hasColon;
    cursor.siblings = place->siblings;
    setTexts(text, at, place->isComment ? Span{at, at} : place->whole, cursor);
    return cursor;
}

} // namespace

YamlCursor yamlCursor(const QByteArray &text, qsizetype at)
{
    at = std::clamp<qsizetype>(at, 0, text.size());
    YamlCursor cursor;
    const Line line = readLine(text, at);
    at = std::min(at, line.end);
    const bool blank = line.isBlank();
    const qsizetype content = blank ? at : std::min(line.content, line.end);
    Ancestors above(text, line.column(content));
    above.takeDashes(line);
    above.walk(line.begin);
    cursor.path = above.path;
    if (above.inBlockScalar) {
        cursor.where = YamlCursor::Where::text;
        setTexts(text, at, {at, at}, cursor);
        return cursor;
    }
    if (const std::optional<YamlCursor> flow = inBrackets(text, line, at))
        return *flow;
    if (line.comment >= 0 && at > line.comment) {
        cursor.where = YamlCursor::Where::comment;
        setTexts(text, at, {at, at}, cursor);
        return cursor;
    }
    if (line.hasKey() && at > line.colon) {
        cursor.where = YamlCursor::Where::value;
        cursor.path.append(keyOf(text, line));
        setTexts(text, at, {line.colon + 1, line.textEnd()}, cursor);
        return cursor;
    }
    if (!line.hasKey() && !line.dashes.isEmpty()) {
        // It may become a key or be a value of the list; who asks tells by the schema.
        cursor.where = YamlCursor::Where::value;
        setTexts(text, at, {line.content, line.textEnd()}, cursor);
        return cursor;
    }
    cursor.where = YamlCursor::Where::key;
    cursor.hasColon = line.hasKey();
    setTexts(text, at, blank ? Span{at, at} : Span{line.content, line.hasKey() ? line.colon : line.textEnd()}, cursor);
    cursor.siblings = siblingKeys(text, line, line.column(content));
    return cursor;
}

VariableCursor variableCursor(const QByteArray &text, qsizetype at)
{
    at = std::clamp<qsizetype>(at, 0, text.size());
    VariableCursor cursor;
    // On the "$" or "${" itself it is what follows.
    qsizetype from = at;
    if (from < text.size() && text.at(from) == '$')
        ++from;
    if (from < text.size() && text.at(from) == '{' && from > 0 && text.at(from - 1) == '$')
        ++from;
    qsizetype begin = from;
    while (begin > 0 && isNameByte(text.at(begin - 1)))
        --begin;
    qsizetype sign = begin - 1;
    cursor.braces = sign >= 0 && text.at(sign) == '{';
    if (cursor.braces)
        --sign;
    if (sign < 0 || text.at(sign) != '$')
        return cursor;
    int dollars = 0;
    for (qsizetype i = sign; i >= 0 && text.at(i) == '$'; --i)
        ++dollars;
    if (dollars % 2 == 0) // "$$" is a dollar
        return cursor;
    qsizetype end = from;
    while (end < text.size() && isNameByte(text.at(end)))
        ++end;
    cursor.name = {begin, end};
    cursor.begunEnd = std::max(begin, at);
    cursor.closed = cursor.braces && end < text.size()
        && (text.at(end) == '}' || text.at(end) == ':' || text.at(end) == '-' || text.at(end) == '?'
            || text.at(end) == '+');
    cursor.exists = true;
    return cursor;
}

} // namespace mediahelm::control
