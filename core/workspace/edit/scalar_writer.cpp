// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/scalar_writer.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

// Characters that only double quotes can say.
bool needsEscape(QChar c)
{
    const char16_t code = c.unicode();
    return (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7F && code <= 0x9F) || code == 0x2028
        || code == 0x2029 || code == 0xFEFF;
}

QByteArray doubleQuoted(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': quoted += QStringLiteral("\\\""); break;
        case u'\\': quoted += QStringLiteral("\\\\"); break;
        case u'\n': quoted += QStringLiteral("\\n"); break;
        case u'\t': quoted += QStringLiteral("\\t"); break;
        case u'\r': quoted += QStringLiteral("\\r"); break;
        default:
            if (needsEscape(c))
                quoted += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
            else
                quoted += c;
        }
    }
    return (quoted + u'"').toUtf8();
}

std::optional<QByteArray> blockText(const QString &text, bool folded, const WritePlace &place,
                                    const QByteArray &headerComment)
{
    if (place.flow || text.trimmed().isEmpty())
        return std::nullopt;
    QStringList lines = text.split(u'\n');
    const bool clip = text.endsWith(u'\n');
    const bool keep = text.endsWith(QStringLiteral("\n\n"));
    if (clip)
        lines.removeLast();
    const bool blankFirst =
        lines.first().isEmpty() || lines.first().startsWith(u' ') || lines.first().startsWith(u'\t');
    const auto indented = [](const QString &line) { return line.startsWith(u' ') || line.startsWith(u'\t'); };
    if (folded && (keep || blankFirst || std::any_of(lines.begin(), lines.end(), indented)))
        return std::nullopt;

    QByteArray block(1, folded ? '>' : '|');
    if (blankFirst)
        block += QByteArray::number(place.step);
    block += keep ? "+" : clip ? "" : "-";
    if (!headerComment.isEmpty())
        block += ' ' + headerComment;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // A single break within folds to a blank: two say one.
        if (folded && i > 0 && !lines[i].isEmpty() && !lines[i - 1].isEmpty())
            block += place.lineBreak;
        block += place.lineBreak;
        if (!lines[i].isEmpty())
            block += place.indent + lines[i].toUtf8();
    }
    return block;
}

// The scalar that `written` is in a place of that sort.
bool readsAs(const QByteArray &written, const YamlNode &scalar, const WritePlace &place, bool asKey)
{
    QByteArray text;
    if (asKey)
        text = place.flow ? '{' + written + ": x}" : written + ": x";
    else if (place.flow)
        text = "{k: " + written + "}";
    else
        text = place.indent.left(place.indent.size() - place.step) + "k: " + written + place.lineBreak;
    const YamlReading reading = readYaml(text);
    if (!reading.ok() || !reading.document.root().isMapping() || reading.document.root().size() != 1)
        return false;
    const YamlNode root = reading.document.root();
    return meansSame(asKey ? root.key(0) : root.value(0), scalar);
}

} // namespace

std::optional<QByteArray> writeText(const QString &text, YamlStyle style, const WritePlace &place,
                                    const QByteArray &headerComment)
{
    const bool escapes = std::any_of(text.begin(), text.end(), needsEscape);
    if (escapes && style != YamlStyle::doubleQuoted)
        return std::nullopt;
    switch (style) {
    case YamlStyle::plain:
        if (text.contains(u'\n') || text.contains(u'\t') || text.isEmpty())
            return std::nullopt;
        return text.toUtf8();
    case YamlStyle::singleQuoted: {
        if (text.contains(u'\n'))
            return std::nullopt;
        QString doubled = text;
        doubled.replace(u'\'', QStringLiteral("''"));
        return QByteArray('\'' + doubled.toUtf8() + '\'');
    }
    case YamlStyle::doubleQuoted: return doubleQuoted(text);
    case YamlStyle::literal: return blockText(text, false, place, headerComment);
    case YamlStyle::folded: return blockText(text, true, place, headerComment);
    default: return std::nullopt;
    }
}

QByteArray writeScalar(const YamlNode &scalar, const QList<YamlStyle> &wanted, const WritePlace &place, bool asKey)
{
    if (scalar.type() == ScalarType::null && scalar.tag().isEmpty())
        return scalar.text().isEmpty() ? QByteArrayLiteral("null") : scalar.text().toUtf8();
    QByteArray tag = scalar.tag().toUtf8();
    if (!tag.isEmpty())
        tag += ' ';
    const QList<YamlStyle> styles =
        wanted + QList<YamlStyle>{scalar.style(), YamlStyle::plain, YamlStyle::singleQuoted, YamlStyle::doubleQuoted};
    for (const YamlStyle style : styles) {
        const bool block = style == YamlStyle::literal || style == YamlStyle::folded;
        const std::optional<QByteArray> text = asKey && block ? std::nullopt : writeText(scalar.text(), style, place);
        if (text && readsAs(tag + *text, scalar, place, asKey))
            return tag + *text;
    }
    return tag + doubleQuoted(scalar.text());
}

bool meansSame(const YamlNode &a, const YamlNode &b)
{
    if (a.kind() != b.kind() || a.size() != b.size())
        return false;
    const bool ownTag = a.tag().startsWith(u"!!") || a.tag() == u"!" || a.tag().isEmpty();
    const bool otherTag = b.tag().startsWith(u"!!") || b.tag() == u"!" || b.tag().isEmpty();
    if (ownTag != otherTag || (!ownTag && a.tag() != b.tag()))
        return false;
    if (a.isAlias())
        return a.text() == b.text();
    if (a.isScalar()) {
        // All the spellings of nothing are one.
        return a.type() == b.type() && (a.text() == b.text() || a.type() == ScalarType::null);
    }
    const int children = a.isMapping() ? 2 * a.size() : a.size();
    for (int i = 0; i < children; ++i) {
        if (!meansSame(a.item(i), b.item(i)))
            return false;
    }
    return true;
}

} // namespace mediahelm::workspace
