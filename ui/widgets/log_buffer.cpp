// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_buffer.h"

#include "ui/widgets/log_text.h"

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr qsizetype blockText = 64 * 1024;
constexpr std::size_t blockLines = 2048;
constexpr qsizetype longestLine = 64 * 1024;

} // namespace

qsizetype LogBuffer::Block::bytes() const
{
    return text.capacity() + static_cast<qsizetype>(entries.capacity() * sizeof(Entry));
}

LogBuffer::LogBuffer(qsizetype budget)
    : m_budget(budget)
{
}

void LogBuffer::append(const model::LogLine &line)
{
    QByteArray text = cleanLogLine(line.text);
    const bool cut = line.cut || text.size() > longestLine;
    text.truncate(longestLine);
    if (m_blocks.empty() || m_blocks.back().text.size() + text.size() > blockText
        || m_blocks.back().entries.size() >= blockLines) {
        if (!m_blocks.empty()) {
            Block &full = m_blocks.back();
            m_bytes -= full.bytes();
            full.text.squeeze();
            full.entries.shrink_to_fit();
            m_bytes += full.bytes();
        }
        m_blocks.emplace_back().first = m_next;
    }
    Block &block = m_blocks.back();
    m_bytes -= block.bytes();
    block.entries.push_back({line.at.isValid() ? line.at.toMSecsSinceEpoch() : 0,
                             static_cast<quint32>(block.text.size()), static_cast<quint32>(text.size()),
                             line.stream == model::LogLine::Stream::err ? 1U : 0U, cut ? 1U : 0U});
    block.text.append(text);
    m_bytes += block.bytes();
    m_widest = std::max(m_widest, static_cast<int>(text.size()));
    ++m_next;
    while (m_bytes > m_budget && m_blocks.size() > 1) {
        m_bytes -= m_blocks.front().bytes();
        m_blocks.pop_front();
    }
}

void LogBuffer::clear()
{
    m_blocks.clear();
    m_bytes = 0;
    m_widest = 0;
}

LogBuffer::Line LogBuffer::line(qint64 number) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), number,
                                        [](qint64 wanted, const Block &block) { return wanted < block.first; });
    const Block &block = *(after - 1);
    const Entry &entry = block.entries[static_cast<std::size_t>(number - block.first)];
    return {QByteArrayView(block.text).sliced(entry.offset, entry.size), entry.msecs, entry.error != 0, entry.cut != 0};
}

} // namespace mediahelm::ui
