// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_layout.h"

#include "core/workspace/yaml/yaml_spans.h"

#include <algorithm>
#include <cctype>

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

} // namespace

YamlLayout::YamlLayout(const YamlDocument &document)
    : m_document(document)
    , m_text(document.bytes())
    , m_lineBreak(lineBreakOf(document.bytes()))
{
    measure();
}

// The indentation of the first block mapping within another, and of the first list under a key.
void YamlLayout::measure()
{
    bool step = false;
    bool list = false;
    for (int id = 1; id < m_document.nodeCount() && !(step && list); ++id) {
        const YamlNode node = m_document.node(id);
        if (node.isKey() || !node.isBlockCollection() || !node.parent().isMapping())
            continue;
        const int deeper = column(node.span().begin) - column(node.pairKey().whole().begin);
        if (node.isMapping() && !step && deeper > 0) {
            m_step = deeper;
            step = true;
        } else if (node.isSequence() && !list) {
            m_indentsLists = deeper > 0;
            list = true;
        }
    }
}

YamlLayout::Entry YamlLayout::entry(const YamlNode &collection, int index) const
{
    Entry entry;
    const bool pair = collection.isMapping();
    const YamlNode first = pair ? collection.key(index) : collection.item(index);
    const YamlNode last = pair ? collection.value(index) : first;
    entry.begin = first.whole().begin;
    entry.end = std::max(first.span().end, last.span().end);
    if (collection.isBlockCollection() && !pair) {
        // The dash stands behind what fills the place between the item before and this one.
        entry.begin = skipFiller(m_text, index == 0 ? collection.span().begin : collection.item(index - 1).span().end);
        entry.end = std::max(entry.end, entry.begin + 1);
    }
    if (pair) {
        qsizetype before = entry.begin;
        while (before > 0 && isBlank(m_text[before - 1]))
            --before;
        if (before > 0 && before < entry.begin && m_text[before - 1] == '?')
            entry.begin = before - 1;
    }
    return entry;
}

qsizetype YamlLayout::colon(const YamlNode &mapping, int index) const
{
    const YamlNode value = mapping.value(index);
    const qsizetype at = skipFiller(m_text, mapping.key(index).span().end);
    return at < m_text.size() && m_text[at] == ':' && at <= value.whole().begin ? at : -1;
}

qsizetype YamlLayout::indicatorEnd(const YamlNode &node) const
{
    const int properties = (node.tag().isEmpty() ? 0 : 1) + (node.anchor().isEmpty() ? 0 : 1);
    if (properties > 0)
        return propertiesEnd(m_text, node.whole().begin, properties, inFlow(node));
    const YamlNode parent = node.parent();
    if (!parent)
        return 0;
    if (parent.isMapping()) {
        const qsizetype at = colon(parent, node.index());
        return at < 0 ? node.span().begin : at + 1;
    }
    return parent.isBlockCollection() ? entry(parent, node.index()).begin + 1 : node.span().begin;
}

bool YamlLayout::inFlow(const YamlNode &node) const
{
    return node.parent() && node.parent().style() != YamlStyle::block;
}

qsizetype YamlLayout::lineBegin(qsizetype byte) const
{
    const TextIndex &lines = m_document.lines();
    const qsizetype begin = lines.lineWithBreak(lines.lineOf(byte)).begin;
    return begin == 0 && m_text.startsWith("\xEF\xBB\xBF") ? 3 : begin;
}

qsizetype YamlLayout::lineEnd(qsizetype byte) const
{
    const TextIndex &lines = m_document.lines();
    return lines.line(lines.lineOf(byte)).end;
}

qsizetype YamlLayout::nextLine(qsizetype byte) const
{
    const TextIndex &lines = m_document.lines();
    return lines.lineWithBreak(lines.lineOf(byte)).end;
}

bool YamlLayout::isFirstOnLine(qsizetype byte) const
{
    return skipBlanks(m_text, lineBegin(byte)) >= byte;
}

qsizetype YamlLayout::endWithComment(qsizetype end) const
{
    const qsizetype at = skipBlanks(m_text, end);
    const bool comment = at < m_text.size() && m_text[at] == '#' && (at > end || isFirstOnLine(at));
    return comment ? lineEnd(at) : at == lineEnd(end) ? at : end;
}

bool YamlLayout::isCommentLine(int number, int *column) const
{
    const model::Span line = m_document.lines().line(number);
    const qsizetype begin = lineBegin(line.begin);
    const qsizetype at = skipBlanks(m_text, begin);
    *column = int(at - begin);
    return at < line.end && m_text[at] == '#';
}

// "# - item", "#key: value" and "# key:": a line that was put out of use, rather than words about what follows.
bool YamlLayout::isCommentedOut(int number) const
{
    const model::Span line = m_document.lines().line(number);
    QByteArray words = m_text.mid(line.begin, line.length()).trimmed();
    while (words.startsWith('#'))
        words.remove(0, 1);
    words = words.trimmed();
    if (words.startsWith("- "))
        return true;
    qsizetype at = 0;
    while (at < words.size()
           && (std::isalnum(uchar(words[at])) || words[at] == '_' || words[at] == '-' || words[at] == '.'))
        ++at;
    return at > 0 && at < words.size() && words[at] == ':' && (at + 1 == words.size() || words[at + 1] == ' ');
}

qsizetype YamlLayout::commentAbove(qsizetype begin) const
{
    const TextIndex &lines = m_document.lines();
    const int own = int(begin - lineBegin(begin));
    int first = lines.lineOf(begin);
    int column = 0;
    while (first > 1 && isCommentLine(first - 1, &column) && column == own && !isCommentedOut(first - 1))
        --first;
    if (first == 1)
        first = lines.lineOf(begin);
    return lineBegin(lines.line(first).begin);
}

qsizetype YamlLayout::entryLinesEnd(const Entry &entry) const
{
    const TextIndex &lines = m_document.lines();
    const int own = this->column(entry.begin);
    int last = lines.lineOf(endWithComment(entry.end));
    int column = 0;
    while (last < lines.lineCount() && isCommentLine(last + 1, &column) && column > own)
        ++last;
    return lines.lineWithBreak(last).end;
}

int YamlLayout::column(qsizetype byte) const
{
    return m_document.lines().place(byte).column - 1;
}

QByteArray YamlLayout::indentOf(qsizetype byte) const
{
    if (isFirstOnLine(byte))
        return m_text.mid(lineBegin(byte), byte - lineBegin(byte));
    return QByteArray(column(byte), ' ');
}

} // namespace mediahelm::workspace
