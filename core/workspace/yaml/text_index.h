// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace mediahelm::workspace {

// From bytes of a UTF-8 text to the places that an editor shows, and from code points to bytes. A plain value that
// keeps the text; building it costs one pass over the bytes.
class TextIndex
{
public:
    TextIndex() = default;
    explicit TextIndex(const QByteArray &text);

    // The first byte that is no well-formed UTF-8 (over-long forms, surrogates and what is past U+10FFFF included).
    static std::optional<qsizetype> firstInvalidByte(const QByteArray &text);

    const QByteArray &text() const { return m_text; }
    model::Place place(qsizetype byte) const;
    // The byte of a line and a column of code points, both from 1, cut to what the text has.
    qsizetype byteAt(int line, int column) const;
    // The byte at which the n-th code point (from 0) begins.
    qsizetype byteOfCodePoint(qsizetype number) const;

    int lineCount() const { return int(m_lines.size()); }
    // Bytes of a line (from 1) without and with what ends it.
    model::Span line(int number) const;
    model::Span lineWithBreak(int number) const;
    int lineOf(qsizetype byte) const;

private:
    QByteArray m_text;
    std::vector<qsizetype> m_lines{0}; // where each begins
    std::vector<qsizetype> m_codePoints; // where each 64th begins; empty where each byte is one
};

// What ends the lines of a text: "\r\n" or "\n", by its first line; "\n" where it has one line alone.
QByteArray lineBreakOf(const QByteArray &text);

} // namespace mediahelm::workspace
