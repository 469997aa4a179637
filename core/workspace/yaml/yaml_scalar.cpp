// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_scalar.h"

#include "core/workspace/yaml/yaml_timestamp.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace mediahelm::workspace {

namespace {

struct Number {
    ScalarType type = ScalarType::integer;
    double real = 0;
    qint64 integer = 0;
    bool exact = false; // fits `integer`
};

bool isOneOf(const QString &text, std::initializer_list<QLatin1String> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// The base that a number without its sign is written in, and how many characters say so.
std::pair<int, int> baseOf(const QByteArray &digits)
{
    if (digits.size() > 1 && digits[0] == '0') {
        switch (digits[1]) {
        case 'x':
        case 'X': return {16, 2};
        case 'o':
        case 'O': return {8, 2};
        case 'b':
        case 'B': return {2, 2};
        default: return {8, 1};
        }
    }
    return {10, 0};
}

// `plain` has no underscores any more. As Go's ParseInt and ParseUint of base 0.
std::optional<Number> integer(const QByteArray &plain)
{
    const bool sign = plain.startsWith('-') || plain.startsWith('+');
    const bool negative = plain.startsWith('-');
    const QByteArray magnitude = plain.mid(sign ? 1 : 0);
    const auto [base, skipped] = baseOf(magnitude);
    quint64 value = 0;
    const char *begin = magnitude.constData() + skipped;
    const char *end = magnitude.constData() + magnitude.size();
    const std::from_chars_result read = std::from_chars(begin, end, value, base);
    if (begin == end || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    constexpr auto most = quint64(std::numeric_limits<qint64>::max());
    if (value > most + (negative ? 1 : 0) && sign)
        return std::nullopt;
    Number number;
    number.exact = value <= most || negative;
    number.integer = number.exact ? qint64(negative ? ~value + 1 : value) : 0;
    number.real = negative ? -double(value) : double(value);
    return number;
}

// Digits with at most one point and at least one digit, then an exponent or none.
bool looksFloating(const QByteArray &text)
{
    qsizetype at = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
    int digits = 0;
    int points = 0;
    for (; at < text.size() && (isDigit(QLatin1Char(text[at])) || text[at] == '.'); ++at)
        ++(text[at] == '.' ? points : digits);
    if (digits == 0 || points > 1)
        return false;
    if (at == text.size())
        return true;
    if (text[at] != 'e' && text[at] != 'E')
        return false;
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        ++at;
    const qsizetype exponent = at;
    while (at < text.size() && isDigit(QLatin1Char(text[at])))
        ++at;
    return at == text.size() && at > exponent;
}

// Of a number that no double can hold: whether for being too near to zero, rather than too large.
bool isSmall(const QByteArray &text)
{
    const QByteArray magnitude = text.mid(text.startsWith('-') || text.startsWith('+') ? 1 : 0);
    const bool exponent = magnitude.contains('e') || magnitude.contains('E');
    return exponent ? magnitude.contains("e-") || magnitude.contains("E-")
                    : magnitude.startsWith("0.") || magnitude.startsWith('.');
}

std::optional<Number> floating(const QByteArray &text)
{
    if (!looksFloating(text))
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!std::isfinite(value) || (!ok && !isSmall(text)))
        return std::nullopt;
    Number number;
    number.type = ScalarType::floating;
    number.real = value;
    return number;
}

std::optional<Number> number(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    QByteArray plain = text.toUtf8();
    const QChar first = text[0];
    if (first != u'.' && first != u'+' && first != u'-' && !isDigit(first))
        return std::nullopt;
    plain.replace("_", "");
    if (first != u'.') {
        if (std::optional<Number> read = integer(plain))
            return read;
    }
    return floating(plain);
}

ScalarType untagged(const QString &text)
{
    if (text.isEmpty())
        return ScalarType::null;
    const QChar first = text[0];
    if (first == u'.' || first == u'+' || first == u'-') {
        const QString rest = first == u'.' ? text : text.mid(1);
        if (isOneOf(rest, {QLatin1String(".inf"), QLatin1String(".Inf"), QLatin1String(".INF")}))
            return ScalarType::floating;
        if (isOneOf(text, {QLatin1String(".nan"), QLatin1String(".NaN"), QLatin1String(".NAN")}))
            return ScalarType::floating;
    }
    if (isOneOf(text, {QLatin1String("~"), QLatin1String("null"), QLatin1String("Null"), QLatin1String("NULL")}))
        return ScalarType::null;
    if (isOneOf(text,
                {QLatin1String("true"), QLatin1String("True"), QLatin1String("TRUE"), QLatin1String("false"),
                 QLatin1String("False"), QLatin1String("FALSE")}))
        return ScalarType::boolean;
    if (isDigit(first) && yamlTimestamp(text))
        return ScalarType::timestamp;
    const std::optional<Number> value = number(text);
    return value ? value->type : ScalarType::string;
}

ScalarType tagged(ScalarType found, const QString &tag, const QString &text)
{
    if (tag == u"!!str" || tag == u"!!binary")
        return ScalarType::string;
    if (tag == u"!!int")
        return found == ScalarType::integer ? found : ScalarType::unfit;
    if (tag == u"!!float")
        return found == ScalarType::integer || found == ScalarType::floating ? ScalarType::floating : ScalarType::unfit;
    if (tag == u"!!bool")
        return found == ScalarType::boolean ? found : ScalarType::unfit;
    if (tag == u"!!null")
        return found == ScalarType::null ? found : ScalarType::unfit;
    if (tag == u"!!timestamp")
        return yamlTimestamp(text) ? ScalarType::timestamp : ScalarType::unfit;
    return ScalarType::string; // a tag of another's: the text as it stands
}

} // namespace

ScalarType scalarType(const QString &text, const QString &tag, bool plain)
{
    const bool none = tag.isEmpty() || tag == u"!";
    if (none)
        return plain ? untagged(text) : ScalarType::string;
    return tagged(untagged(text), tag, text);
}

QJsonValue scalarJson(const QString &text, const QString &tag, bool plain)
{
    switch (scalarType(text, tag, plain)) {
    case ScalarType::null: return QJsonValue(QJsonValue::Null);
    case ScalarType::boolean: return QJsonValue(text.startsWith(u't', Qt::CaseInsensitive));
    case ScalarType::integer:
    case ScalarType::floating: {
        const std::optional<Number> value = number(text);
        if (!value)
            return text; // infinite or no number
        return value->exact ? QJsonValue(value->integer) : QJsonValue(value->real);
    }
    case ScalarType::timestamp: return *yamlTimestamp(text);
    case ScalarType::string:
        if (tag == u"!!binary")
            return QString::fromUtf8(QByteArray::fromBase64(text.toLatin1()));
        return text;
    case ScalarType::unfit: break;
    }
    return text;
}

} // namespace mediahelm::workspace
