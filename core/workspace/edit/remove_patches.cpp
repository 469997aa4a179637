// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/edit_patches.h"

#include "core/workspace/yaml/yaml_spans.h"

namespace mediahelm::workspace {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

qsizetype skipBlanks(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

qsizetype beforeBlanks(const QByteArray &text, qsizetype at)
{
    while (at > 0 && isBlank(text[at - 1]))
        --at;
    return at;
}

QByteArray emptyBrackets(const YamlNode &collection)
{
    return collection.isMapping() ? "{}" : "[]";
}

// The last child of a block collection goes: brackets take the place of all.
Patches emptyBlock(const YamlLayout &layout, const YamlNode &collection, const YamlLayout::Entry &entry)
{
    const QByteArray brackets = emptyBrackets(collection);
    if (!layout.isFirstOnLine(entry.begin))
        return {{{entry.begin, layout.endWithComment(entry.end)}, brackets}};
    const model::Span lines{layout.commentAbove(entry.begin), layout.entryLinesEnd(entry)};
    const bool properties = !collection.tag().isEmpty() || !collection.anchor().isEmpty();
    if (!collection.parent() && !properties)
        return {{lines, layout.indentOf(entry.begin) + brackets + layout.lineBreak()}};
    const qsizetype indicator = layout.indicatorEnd(collection);
    return {{{indicator, indicator}, ' ' + brackets}, {lines, {}}};
}

Patches fromBlock(const YamlLayout &layout, const QByteArray &text, const YamlNode &collection, int index)
{
    const YamlLayout::Entry entry = layout.entry(collection, index);
    if (collection.size() == 1)
        return emptyBlock(layout, collection, entry);
    if (layout.isFirstOnLine(entry.begin))
        return {{{layout.commentAbove(entry.begin), layout.entryLinesEnd(entry)}, {}}};
    // It shares its line with a dash. The next one moves up, unless words of its own stand above it.
    const YamlLayout::Entry next = layout.entry(collection, index + 1);
    const qsizetype lines = layout.entryLinesEnd(entry);
    if (skipBlanks(text, lines) == next.begin)
        return {{{entry.begin, next.begin}, {}}};
    return {{{beforeBlanks(text, entry.begin), layout.lineEnd(layout.endWithComment(entry.end))}, {}}};
}

Patches fromFlow(const YamlLayout &layout, const QByteArray &text, const YamlNode &collection, int index)
{
    const YamlLayout::Entry entry = layout.entry(collection, index);
    if (collection.style() == YamlStyle::flowPair)
        return {{collection.span(), emptyBrackets(collection)}};
    const qsizetype comma = skipFiller(text, entry.end);
    const bool hasComma = comma < text.size() && text[comma] == ',';
    const qsizetype end = hasComma ? comma + 1 : entry.end;
    const qsizetype lineRest = layout.endWithComment(end);
    const bool endsLine = lineRest == layout.lineEnd(end);
    if (layout.isFirstOnLine(entry.begin) && endsLine && lineRest < text.size())
        return {{{layout.commentAbove(entry.begin), layout.nextLine(lineRest)}, {}}};
    if (hasComma && !endsLine)
        return {{{entry.begin, skipBlanks(text, end)}, {}}};
    if (hasComma)
        return {{{beforeBlanks(text, entry.begin), end}, {}}};
    if (index == 0)
        return {{{entry.begin, entry.end}, {}}};
    // The comma before goes with the last one, where nothing stands between them.
    const qsizetype before = layout.entry(collection, index - 1).end;
    const QByteArray between = text.mid(before, entry.begin - before);
    if (between.trimmed() == "," && !between.contains('\n') && !between.contains('\r'))
        return {{{before, entry.end}, {}}};
    return {{{layout.isFirstOnLine(entry.begin) ? entry.begin : beforeBlanks(text, entry.begin), entry.end}, {}}};
}

} // namespace

QList<Patches> removePatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &collection,
                             int index)
{
    if (collection.isBlockCollection())
        return {fromBlock(layout, document.bytes(), collection, index)};
    return {fromFlow(layout, document.bytes(), collection, index)};
}

} // namespace mediahelm::workspace
