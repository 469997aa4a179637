// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/text_index.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

constexpr qsizetype stride = 64;

bool startsCodePoint(char byte)
{
    return (uchar(byte) & 0xC0) != 0x80;
}

// Bytes of the code point at `at`, or 0 where it is malformed.
int sequenceLength(const uchar *at, qsizetype left)
{
    const uchar lead = at[0];
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || left < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (lead == 0xE0 && at[1] < 0xA0) || (lead == 0xF0 && at[1] < 0x90);
    const bool surrogate = lead == 0xED && at[1] > 0x9F;
    const bool tooLarge = lead == 0xF4 && at[1] > 0x8F;
    return overlong || surrogate || tooLarge ? 0 : length;
}

} // namespace

TextIndex::TextIndex(const QByteArray &text)
    : m_text(text)
{
    qsizetype codePoints = 0;
    bool ascii = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '\n' || (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            m_lines.push_back(i + 1);
        if (!startsCodePoint(byte))
            continue;
        ascii = ascii && uchar(byte) < 0x80;
        if (codePoints++ % stride == 0)
            m_codePoints.push_back(i);
    }
    if (ascii)
        m_codePoints.clear();
}

std::optional<qsizetype> TextIndex::firstInvalidByte(const QByteArray &text)
{
    const auto *bytes = reinterpret_cast<const uchar *>(text.constData());
    for (qsizetype i = 0; i < text.size();) {
        const int length = sequenceLength(bytes + i, text.size() - i);
        if (length == 0)
            return i;
        i += length;
    }
    return std::nullopt;
}

int TextIndex::lineOf(qsizetype byte) const
{
    return int(std::upper_bound(m_lines.begin(), m_lines.end(), byte) - m_lines.begin());
}

model::Place TextIndex::place(qsizetype byte) const
{
    byte = std::clamp<qsizetype>(byte, 0, m_text.size());
    model::Place place;
    place.line = lineOf(byte);
    const qsizetype begin = m_lines[size_t(place.line) - 1];
    // A byte order mark is no column of the first line.
    for (qsizetype i = begin == 0 && m_text.startsWith("\xEF\xBB\xBF") ? 3 : begin; i < byte; ++i) {
        if (!startsCodePoint(m_text[i]))
            continue;
        ++place.column;
        place.utf16Column += uchar(m_text[i]) >= 0xF0 ? 2 : 1;
    }
    return place;
}

qsizetype TextIndex::byteAt(int number, int column) const
{
    const model::Span span = line(std::clamp(number, 1, lineCount()));
    qsizetype byte = span.begin == 0 && m_text.startsWith("\xEF\xBB\xBF") ? 3 : span.begin;
    for (; byte < span.end && column > 1; --column) {
        do {
            ++byte;
        } while (byte < span.end && !startsCodePoint(m_text[byte]));
    }
    return byte;
}

qsizetype TextIndex::byteOfCodePoint(qsizetype number) const
{
    if (m_codePoints.empty())
        return std::min(number, m_text.size());
    const auto block = size_t(number / stride);
    if (block >= m_codePoints.size())
        return m_text.size();
    qsizetype byte = m_codePoints[block];
    for (qsizetype left = number % stride; left > 0 && byte < m_text.size(); --left) {
        do {
            ++byte;
        } while (byte < m_text.size() && !startsCodePoint(m_text[byte]));
    }
    return byte;
}

model::Span TextIndex::lineWithBreak(int number) const
{
    const auto index = size_t(number) - 1;
    return {m_lines[index], index + 1 < m_lines.size() ? m_lines[index + 1] : m_text.size()};
}

model::Span TextIndex::line(int number) const
{
    model::Span span = lineWithBreak(number);
    if (span.end > span.begin && m_text[span.end - 1] == '\n')
        --span.end;
    if (span.end > span.begin && m_text[span.end - 1] == '\r')
        --span.end;
    return span;
}

QByteArray lineBreakOf(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && text[end - 1] == '\r' ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

} // namespace mediahelm::workspace
