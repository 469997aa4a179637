// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/edit_patches.h"

#include "core/workspace/edit/value_writer.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

// Makes the ways to replace one node.
class Replacement
{
public:
    Replacement(const YamlLayout &layout, const YamlDocument &document, const YamlNode &node, const YamlDocument &value)
        : m_layout(layout)
        , m_text(document.bytes())
        , m_node(node)
        , m_valueDocument(value)
        , m_value(value.root())
        , m_flow(layout.inFlow(node) || (node.parent() && node.style() == YamlStyle::flowPair))
    {
    }

    QList<Patches> all() const;

private:
    QList<bool> tagChoices() const; // whether it keeps its tag
    QByteArrayList inlineTexts() const;
    QByteArray headerComment() const;
    WritePlace place() const;
    bool isBlockNew() const;
    bool isRootOfNothing() const { return !m_node.parent() && m_node.whole().length() == 0; }

    Patches inlineForInline(const QByteArray &text, bool keepTag) const;
    Patches inlineForBlock(const QByteArray &text, bool keepTag) const;
    QList<Patches> blockForInline(bool keepTag) const;
    QList<Patches> blockForBlock(bool keepTag) const;
    Patches forNothing(const QByteArray &text) const;
    // Takes the tag out, and leaves the anchor where it is.
    Patches withoutTag() const;

    const YamlLayout &m_layout;
    const QByteArray &m_text;
    const YamlNode m_node;
    const YamlDocument &m_valueDocument;
    const YamlNode m_value;
    const bool m_flow;
};

QList<bool> Replacement::tagChoices() const
{
    if (m_node.tag().isEmpty())
        return {true};
    if (!m_value.tag().isEmpty() || m_node.tag() == u"!reset")
        return {false};
    const bool sameKind = m_node.kind() == m_value.kind();
    return sameKind ? QList<bool>{true, false} : QList<bool>{false};
}

bool Replacement::isBlockNew() const
{
    if (m_flow || m_value.isScalar() || m_value.size() == 0)
        return false;
    if (m_node.isBlockCollection())
        return true;
    const bool bare = m_value.tag().isEmpty() && m_value.anchor().isEmpty();
    return m_node.style() != YamlStyle::flow && m_value.isBlockCollection() && bare;
}

// Where the lines of the new value stand.
WritePlace Replacement::place() const
{
    WritePlace place;
    place.flow = m_flow;
    place.step = m_layout.step();
    place.indentsLists = m_layout.indentsLists();
    place.lineBreak = m_layout.lineBreak();
    const YamlNode parent = m_node.parent();
    if (m_flow)
        return place;
    if (m_node.isBlockCollection()) {
        place.indent = m_layout.indentOf(m_node.span().begin);
    } else if (parent) {
        place.indent = m_layout.indentOf(m_layout.entry(parent, m_node.index()).begin) + QByteArray(place.step, ' ');
        if (m_node.style() == YamlStyle::literal || m_node.style() == YamlStyle::folded) {
            // As deep as the text was.
            const qsizetype line = m_layout.nextLine(m_node.span().begin);
            qsizetype at = line;
            while (at < m_node.span().end && m_text[at] == ' ')
                ++at;
            if (at > line && at < m_node.span().end && m_text[at] != '\n' && m_text[at] != '\r')
                place.indent = m_text.mid(line, at - line);
        }
    } else if (!isRootOfNothing()) {
        place.indent = QByteArray(place.step, ' ');
    }
    return place;
}

QByteArray Replacement::headerComment() const
{
    if (m_node.style() != YamlStyle::literal && m_node.style() != YamlStyle::folded)
        return {};
    const qsizetype end = m_layout.lineEnd(m_node.span().begin);
    const qsizetype at = m_text.indexOf(" #", m_node.span().begin);
    return at < 0 || at >= end ? QByteArray() : m_text.mid(at + 1, end - at - 1);
}

QByteArrayList Replacement::inlineTexts() const
{
    const WritePlace where = place();
    const QByteArray comment = headerComment();
    const QByteArray behind = comment.isEmpty() ? QByteArray() : ' ' + comment;
    if (!m_value.isScalar())
        return {writeFlow(m_value, where) + behind};
    const QByteArray tag = m_value.tag().isEmpty() ? QByteArray() : m_value.tag().toUtf8() + ' ';
    if (m_value.type() == ScalarType::null && m_value.text().isEmpty() && tag.isEmpty())
        return {"null" + behind};
    if (m_value.type() != ScalarType::string && m_value.style() == YamlStyle::plain)
        return {tag + m_value.text().toUtf8() + behind};
    QList<YamlStyle> styles{m_value.style(), YamlStyle::singleQuoted, YamlStyle::doubleQuoted};
    if (m_node.isScalar())
        styles.prepend(m_node.style());
    QByteArrayList texts;
    for (const YamlStyle style : std::as_const(styles)) {
        const bool block = style == YamlStyle::literal || style == YamlStyle::folded;
        const std::optional<QByteArray> text = writeText(m_value.text(), style, where, block ? comment : QByteArray());
        if (text)
            texts += tag + *text + (block ? QByteArray() : behind);
    }
    return texts;
}

Patches Replacement::withoutTag() const
{
    const QByteArray anchor = m_node.anchor().isEmpty() ? QByteArray() : '&' + m_node.anchor().toUtf8();
    qsizetype begin = m_node.whole().begin;
    if (anchor.isEmpty() && begin > 0 && m_text[begin - 1] == ' ')
        --begin;
    return {{{begin, m_layout.indicatorEnd(m_node)}, anchor}};
}

// Behind all that the file holds: it had no value yet.
Patches Replacement::forNothing(const QByteArray &text) const
{
    const qsizetype end = m_text.size();
    const bool broken = end == 0 || m_text.endsWith('\n') || m_text.endsWith("\xEF\xBB\xBF");
    return {{{end, end}, (broken ? QByteArray() : m_layout.lineBreak()) + text + m_layout.lineBreak()}};
}

Patches Replacement::inlineForInline(const QByteArray &text, bool keepTag) const
{
    if (isRootOfNothing())
        return forNothing(text);
    if (m_node.span().isEmpty()) {
        Patches patches = keepTag ? Patches() : withoutTag();
        const bool pairWithoutColon =
            m_node.parent() && m_node.parent().isMapping() && m_layout.colon(m_node.parent(), m_node.index()) < 0;
        if (pairWithoutColon) {
            const qsizetype keyEnd = m_node.pairKey().span().end;
            return patches + Patches{{{keyEnd, keyEnd}, ": " + text}};
        }
        const qsizetype at = m_layout.indicatorEnd(m_node);
        return patches + Patches{{{at, at}, ' ' + text}};
    }
    if (keepTag)
        return {{m_node.span(), text}};
    const QByteArray anchor = m_node.anchor().isEmpty() ? QByteArray() : '&' + m_node.anchor().toUtf8() + ' ';
    return {{m_node.whole(), anchor + text}};
}

Patches Replacement::inlineForBlock(const QByteArray &text, bool keepTag) const
{
    const YamlLayout::Entry first = m_layout.entry(m_node, 0);
    const YamlLayout::Entry last = m_layout.entry(m_node, m_node.size() - 1);
    const bool properties = m_node.whole().begin < m_node.span().begin;
    if (!m_layout.isFirstOnLine(first.begin) || (!m_node.parent() && !properties))
        return inlineForInline(text, keepTag);
    const qsizetype at = m_layout.indicatorEnd(m_node);
    const model::Span lines{std::max(m_layout.commentAbove(first.begin), at), m_layout.entryLinesEnd(last)};
    return (keepTag ? Patches() : withoutTag()) + Patches{{{at, at}, ' ' + text}, {lines, {}}};
}

QList<Patches> Replacement::blockForBlock(bool keepTag) const
{
    const QByteArray text = writeBlock(m_valueDocument, m_value, place());
    const model::Span span = m_node.span();
    const Patches head = keepTag ? Patches() : withoutTag();
    // The comment behind the last line stays, unless the new last line has no room for it.
    return {head + Patches{{span, text}}, head + Patches{{{span.begin, m_layout.endWithComment(span.end)}, text}}};
}

QList<Patches> Replacement::blockForInline(bool keepTag) const
{
    WritePlace where = place();
    if (isRootOfNothing())
        return {forNothing(writeBlock(m_valueDocument, m_value, where))};
    const YamlNode parent = m_node.parent();
    const model::Span span = m_node.span();
    if (!parent || parent.isSequence() || (!span.isEmpty() && m_layout.isFirstOnLine(span.begin))) {
        const qsizetype dash = parent ? m_layout.entry(parent, m_node.index()).begin : 0;
        where.indent = !parent ? QByteArray()
            : span.isEmpty()   ? m_layout.indentOf(dash) + "  "
                               : QByteArray(m_layout.column(span.begin), ' ');
        return {inlineForInline(writeBlock(m_valueDocument, m_value, where), keepTag)};
    }
    if (m_value.isSequence() && !m_layout.indentsLists())
        where.indent.chop(std::min<qsizetype>(where.step, where.indent.size()));
    const QByteArray block = where.lineBreak + where.indent + writeBlock(m_valueDocument, m_value, where);
    const QByteArray comment = headerComment();
    const qsizetype from = m_layout.indicatorEnd(m_node);
    const qsizetype end = std::max(from, span.end);
    const qsizetype line = m_layout.endWithComment(end);
    return {(keepTag ? Patches() : withoutTag())
            + Patches{{{from, end}, comment.isEmpty() ? QByteArray() : ' ' + comment}, {{line, line}, block}}};
}

QList<Patches> Replacement::all() const
{
    QList<Patches> ways;
    const QList<bool> choices = tagChoices();
    for (const bool keepTag : choices) {
        if (isBlockNew()) {
            ways += m_node.isBlockCollection() ? blockForBlock(keepTag) : blockForInline(keepTag);
            continue;
        }
        const QByteArrayList texts = inlineTexts();
        for (const QByteArray &text : texts)
            ways += m_node.isBlockCollection() ? inlineForBlock(text, keepTag) : inlineForInline(text, keepTag);
    }
    return ways;
}

} // namespace

QList<Patches> replacePatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &node,
                              const YamlDocument &value)
{
    return Replacement(layout, document, node, value).all();
}

} // namespace mediahelm::workspace
