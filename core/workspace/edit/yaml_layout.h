// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::workspace {

// How a document lies on its lines: what stands around a node, which comments are its own, how deep it is indented. A
// view of one document, used while one edit is made.
class YamlLayout
{
public:
    explicit YamlLayout(const YamlDocument &document);

    // A pair or an item of a collection, with its "? ", "- " and key; `index` as in YamlNode::key() and item().
    struct Entry {
        qsizetype begin = 0;
        qsizetype end = 0; // of its value, without a comment behind it
    };
    Entry entry(const YamlNode &collection, int index) const;

    // Behind the ':' or '-' that the node follows, and behind its tag and anchor where it has some; 0 for the root.
    qsizetype indicatorEnd(const YamlNode &node) const;
    // The pair's ':', or -1 where it has none.
    qsizetype colon(const YamlNode &mapping, int index) const;

    bool inFlow(const YamlNode &node) const; // inside of brackets
    bool isFirstOnLine(qsizetype byte) const;
    qsizetype lineBegin(qsizetype byte) const; // behind a byte order mark
    qsizetype lineEnd(qsizetype byte) const; // without the break
    qsizetype nextLine(qsizetype byte) const; // behind the break
    // Over blanks and a comment behind `end`; `end` itself where something else stands there.
    qsizetype endWithComment(qsizetype end) const;
    // Where the lines of comment begin that stand directly above the line of `begin`, indented alike, and speak of it:
    // a blank line parts, what looks like a pair or item that was commented out is nobody's, and the head of a file
    // stays.
    qsizetype commentAbove(qsizetype begin) const;
    // Behind the last line of an entry of block style: with its comment, and with lines of comment that are indented
    // deeper than the entry.
    qsizetype entryLinesEnd(const Entry &entry) const;

    int column(qsizetype byte) const; // of the line in code points, from 0
    // Blanks that put a line to where the entry stands.
    QByteArray indentOf(qsizetype byte) const;
    int step() const { return m_step; } // by how much this file indents
    bool indentsLists() const { return m_indentsLists; } // "- " deeper than the key of the list
    const QByteArray &lineBreak() const { return m_lineBreak; }

private:
    void measure();
    bool isCommentLine(int line, int *column) const;
    bool isCommentedOut(int line) const;

    const YamlDocument &m_document;
    const QByteArray &m_text;
    QByteArray m_lineBreak;
    int m_step = 2;
    bool m_indentsLists = true;
};

} // namespace mediahelm::workspace
