// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/edit_patches.h"

#include "core/workspace/edit/value_writer.h"
#include "core/workspace/yaml/yaml_spans.h"

namespace mediahelm::workspace {

namespace {

WritePlace placeIn(const YamlLayout &layout, const YamlNode &collection)
{
    WritePlace place;
    place.flow = !collection.isBlockCollection();
    place.step = layout.step();
    place.indentsLists = layout.indentsLists();
    place.lineBreak = layout.lineBreak();
    if (collection.size() > 0)
        place.indent = layout.indentOf(layout.entry(collection, 0).begin);
    return place;
}

QByteArray keyText(const YamlNode &mapping, const QString &key, const WritePlace &place)
{
    const YamlDocument quoted = readYaml(*writeText(key, YamlStyle::doubleQuoted, place)).document;
    const QList<YamlStyle> styles = mapping.size() > 0 ? QList<YamlStyle>{mapping.key(0).style()} : QList<YamlStyle>();
    return writeScalar(quoted.root(), styles + QList<YamlStyle>{YamlStyle::plain}, place, true);
}

// Behind the last entry of a block collection, on lines of its own.
Patches appendLines(const YamlLayout &layout, const QByteArray &text, const YamlNode &collection,
                    const QByteArray &written)
{
    const YamlLayout::Entry last = layout.entry(collection, collection.size() - 1);
    const QByteArray line = layout.indentOf(layout.entry(collection, 0).begin) + written;
    const qsizetype at = layout.entryLinesEnd(last);
    const bool broken = at > 0 && (text[at - 1] == '\n' || text[at - 1] == '\r');
    return {{{at, at}, broken ? line + layout.lineBreak() : layout.lineBreak() + line}};
}

Patches appendFlow(const YamlLayout &layout, const QByteArray &text, const YamlNode &collection,
                   const QByteArray &written)
{
    if (collection.size() == 0)
        return {{{collection.span().begin + 1, collection.span().begin + 1}, written}};
    const YamlLayout::Entry last = layout.entry(collection, collection.size() - 1);
    const qsizetype next = skipFiller(text, last.end);
    const bool comma = next < text.size() && text[next] == ',';
    const qsizetype end = comma ? next + 1 : last.end;
    if (!layout.isFirstOnLine(last.begin))
        return {{{end, end}, comma ? ' ' + written : ", " + written}};
    const QByteArray line = layout.lineBreak() + layout.indentOf(last.begin) + written;
    const qsizetype lineEnd = layout.endWithComment(end);
    if (comma)
        return {{{lineEnd, lineEnd}, line + ','}};
    return {{{last.end, last.end}, ","}, {{lineEnd, lineEnd}, line}};
}

// Of what stands beside a new item, where it is of one mind: quotes among quotes.
QList<YamlStyle> styleBeside(const YamlNode &list, int index)
{
    if (list.size() == 0)
        return {};
    const YamlNode beside = list.item(index > 0 ? index - 1 : 0);
    const bool quoted = beside.style() == YamlStyle::singleQuoted || beside.style() == YamlStyle::doubleQuoted;
    return quoted ? QList<YamlStyle>{beside.style()} : QList<YamlStyle>();
}

} // namespace

QList<Patches> addPairPatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &mapping,
                              const QString &key, const YamlDocument &value)
{
    const WritePlace place = placeIn(layout, mapping);
    const QByteArray written = writePair(keyText(mapping, key, place), value, {}, place);
    if (place.flow)
        return {appendFlow(layout, document.bytes(), mapping, written)};
    return {appendLines(layout, document.bytes(), mapping, written)};
}

QList<Patches> insertItemPatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &list,
                                 int index, const YamlDocument &value)
{
    const WritePlace place = placeIn(layout, list);
    const QByteArray written = writeItem(value, styleBeside(list, index), place);
    if (index == list.size()) {
        if (place.flow)
            return {appendFlow(layout, document.bytes(), list, written)};
        return {appendLines(layout, document.bytes(), list, written)};
    }
    const YamlLayout::Entry next = layout.entry(list, index);
    const bool ownLine = layout.isFirstOnLine(next.begin);
    if (place.flow) {
        const QByteArray between = ownLine ? ',' + layout.lineBreak() + layout.indentOf(next.begin) : QByteArray(", ");
        return {{{{next.begin, next.begin}, written + between}}};
    }
    if (!ownLine)
        return {{{{next.begin, next.begin}, written + layout.lineBreak() + place.indent}}};
    const qsizetype at = layout.commentAbove(next.begin);
    return {{{{at, at}, place.indent + written + layout.lineBreak()}}};
}

} // namespace mediahelm::workspace
