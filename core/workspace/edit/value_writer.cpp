// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/value_writer.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

QByteArray tagOf(const YamlNode &node)
{
    return node.tag().isEmpty() ? QByteArray() : node.tag().toUtf8() + ' ';
}

bool isBlockWritten(const YamlNode &value)
{
    return value.isBlockCollection() && value.tag().isEmpty() && value.anchor().isEmpty();
}

// The lines of a block collection as they are spelled, moved to another indentation.
QByteArray respell(const YamlDocument &document, const YamlNode &value, const WritePlace &place)
{
    const TextIndex &lines = document.lines();
    const model::Span span = value.span();
    const int first = lines.lineOf(span.begin);
    const int last = lines.lineOf(std::max(span.begin, span.end));
    const qsizetype shift = span.begin - lines.line(first).begin;
    QByteArray text;
    for (int number = first; number <= last; ++number) {
        model::Span line = lines.line(number);
        if (number == first) {
            line.begin = span.begin;
        } else {
            text += place.lineBreak;
            for (qsizetype i = 0; i < shift && line.begin < line.end && document.bytes()[line.begin] == ' '; ++i)
                ++line.begin;
            if (line.begin < line.end)
                text += place.indent;
        }
        text += document.bytes().mid(line.begin, line.length());
    }
    return text;
}

QByteArray blockOf(const YamlNode &value, const WritePlace &place);

// What stands behind "key:" or "-", with the blank or the break before it.
QByteArray behindIndicator(const YamlNode &value, const WritePlace &place, bool item)
{
    const WritePlace inner = nested(place);
    const bool empty = value.size() == 0;
    if (value.isScalar())
        return ' ' + writeScalar(value, {}, inner);
    if (empty || value.isAlias())
        return ' ' + writeFlow(value, inner);
    if (item && value.tag().isEmpty()) {
        WritePlace compact = place;
        compact.indent += "  ";
        return ' ' + blockOf(value, compact);
    }
    const bool flush = value.isSequence() && !item && !place.indentsLists;
    const WritePlace &lines = flush ? place : inner;
    const QByteArray tag = value.tag().isEmpty() ? QByteArray() : ' ' + value.tag().toUtf8();
    return tag + place.lineBreak + lines.indent + blockOf(value, lines);
}

QByteArray blockOf(const YamlNode &value, const WritePlace &place)
{
    QByteArray text;
    for (int i = 0; i < value.size(); ++i) {
        if (i > 0)
            text += place.lineBreak + place.indent;
        if (value.isMapping())
            text += writeScalar(value.key(i), {}, place, true) + ':' + behindIndicator(value.value(i), place, false);
        else
            text += '-' + behindIndicator(value.item(i), place, true);
    }
    return text;
}

// Behind "key:" or "-", of the root of a document of its own.
QByteArray rootBehind(const YamlDocument &document, const QList<YamlStyle> &wanted, const WritePlace &place, bool item)
{
    const YamlNode value = document.root();
    const WritePlace inner = nested(place);
    if (value.isScalar())
        return ' ' + writeScalar(value, wanted, inner);
    if (!isBlockWritten(value))
        return ' ' + writeFlow(value, inner);
    if (item) {
        WritePlace compact = place;
        compact.indent += "  ";
        return ' ' + writeBlock(document, value, compact);
    }
    const WritePlace &lines = value.isSequence() && !place.indentsLists ? place : inner;
    return place.lineBreak + lines.indent + writeBlock(document, value, lines);
}

} // namespace

WritePlace nested(const WritePlace &place)
{
    WritePlace inner = place;
    inner.indent += QByteArray(place.step, ' ');
    return inner;
}

QByteArray writeFlow(const YamlNode &value, const WritePlace &place)
{
    WritePlace inner = place;
    inner.flow = true;
    if (value.isAlias())
        return '*' + value.text().toUtf8();
    if (value.isScalar())
        return writeScalar(value, {}, inner);
    QByteArrayList parts;
    for (int i = 0; i < value.size(); ++i) {
        if (value.isMapping())
            parts += writeScalar(value.key(i), {}, inner, true) + ": " + writeFlow(value.value(i), inner);
        else
            parts += writeFlow(value.item(i), inner);
    }
    const QByteArray joined = parts.join(", ");
    return tagOf(value) + (value.isMapping() ? '{' + joined + '}' : '[' + joined + ']');
}

QByteArray writeBlock(const YamlDocument &document, const YamlNode &value, const WritePlace &place)
{
    return isBlockWritten(value) ? respell(document, value, place) : blockOf(value, place);
}

QByteArray writePair(const QByteArray &key, const YamlDocument &document, const QList<YamlStyle> &wanted,
                     const WritePlace &place)
{
    if (place.flow) {
        const YamlNode root = document.root();
        return key + ": " + (root.isScalar() ? writeScalar(root, wanted, place) : writeFlow(root, place));
    }
    return key + ':' + rootBehind(document, wanted, place, false);
}

QByteArray writeItem(const YamlDocument &document, const QList<YamlStyle> &wanted, const WritePlace &place)
{
    if (place.flow) {
        const YamlNode root = document.root();
        return root.isScalar() ? writeScalar(root, wanted, place) : writeFlow(root, place);
    }
    return '-' + rootBehind(document, wanted, place, true);
}

} // namespace mediahelm::workspace
