// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_line.h"

#include <QByteArray>

#include <deque>
#include <vector>

namespace mediahelm::ui {

// The newest lines of a log within a budget of bytes, text and bookkeeping together; the oldest go in blocks. Lines are
// numbered from 0 for the whole life of the log: the first that is still there is firstLine(). Text is cleaned on the
// way in. A value type; main thread.
class LogBuffer
{
public:
    struct Line {
        QByteArrayView text; // valid until the buffer changes
        qint64 msecs = 0; // since 1970 UTC; 0 without a timestamp
        bool error = false; // stderr
        bool cut = false;
    };

    explicit LogBuffer(qsizetype budget = qsizetype(48) * 1024 * 1024);

    void append(const model::LogLine &line);
    void clear(); // numbering goes on

    qint64 firstLine() const { return m_blocks.empty() ? m_next : m_blocks.front().first; }
    qint64 endLine() const { return m_next; } // one after the last
    qint64 count() const { return endLine() - firstLine(); }
    Line line(qint64 number) const; // firstLine() <= number < endLine()
    qsizetype bytes() const { return m_bytes; }
    int widest() const { return m_widest; } // bytes of the longest line so far

private:
    struct Entry {
        qint64 msecs;
        quint32 offset;
        quint32 size : 30;
        quint32 error : 1;
        quint32 cut : 1;
    };
    struct Block {
        qint64 first = 0;
        QByteArray text;
        std::vector<Entry> entries;

        qsizetype bytes() const;
    };

    std::deque<Block> m_blocks;
    qsizetype m_budget;
    qsizetype m_bytes = 0;
    qint64 m_next = 0;
    int m_widest = 0;
};

} // namespace mediahelm::ui
