// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_spans.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

qsizetype skipProperty(const QByteArray &text, qsizetype at, bool inFlow)
{
    if (text.mid(at, 2) == "!<") {
        const qsizetype close = text.indexOf('>', at);
        return close < 0 ? text.size() : close + 1;
    }
    const auto ends = [inFlow](char c) {
        return isBlank(c) || isBreak(c) || (inFlow && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{'));
    };
    while (at < text.size() && !ends(text[at]))
        ++at;
    return at;
}

qsizetype withoutBreak(const QByteArray &text, qsizetype begin, qsizetype end)
{
    if (end > begin && text[end - 1] == '\n')
        --end;
    else if (end > begin && text[end - 1] == '\r')
        return end - 1;
    if (end > begin && end < text.size() && text[end] == '\n' && text[end - 1] == '\r')
        --end;
    return end;
}

} // namespace

qsizetype skipFiller(const QByteArray &text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == '#') {
            while (at < text.size() && !isBreak(text[at]))
                ++at;
        }
        if (at == text.size() || !(isBlank(text[at]) || isBreak(text[at])))
            break;
    }
    return at;
}

qsizetype skipProperties(const QByteArray &text, qsizetype from, int properties, bool inFlow)
{
    qsizetype at = from;
    for (int i = 0; i < properties; ++i) {
        if (at >= text.size() || (text[at] != '&' && text[at] != '!'))
            break;
        at = skipFiller(text, skipProperty(text, at, inFlow));
    }
    return at;
}

qsizetype propertiesEnd(const QByteArray &text, qsizetype from, int properties, bool inFlow)
{
    if (properties == 0)
        return from;
    return skipProperty(text, skipProperties(text, from, properties - 1, inFlow), inFlow);
}

model::Span blockScalarSpan(const QByteArray &text, qsizetype begin, qsizetype looseEnd)
{
    qsizetype headerEnd = begin;
    while (headerEnd < looseEnd && !isBreak(text[headerEnd]))
        ++headerEnd;
    const QByteArray header = text.mid(begin, headerEnd - begin);
    const qsizetype comment = header.indexOf('#');
    const bool keep = header.left(comment < 0 ? header.size() : comment).contains('+');

    qsizetype end = withoutBreak(text, headerEnd, looseEnd);
    if (keep)
        return {begin, end};
    // How far the first line that holds something is indented.
    qsizetype indent = 0;
    qsizetype lineBegin = headerEnd;
    for (qsizetype at = headerEnd; at < end && (isBlank(text[at]) || isBreak(text[at])); ++at) {
        if (isBreak(text[at]))
            lineBegin = at + 1;
        indent = at + 1 - lineBegin;
    }
    while (end > headerEnd) {
        qsizetype blank = end;
        while (blank > headerEnd && text[blank - 1] == ' ')
            --blank;
        if (blank > headerEnd && !isBreak(text[blank - 1]))
            break;
        if (blank > headerEnd && end - blank > indent)
            break; // blanks beyond the indentation are text
        end = blank == headerEnd ? headerEnd : withoutBreak(text, headerEnd, blank);
    }
    return {begin, std::max(end, headerEnd)};
}

} // namespace mediahelm::workspace
