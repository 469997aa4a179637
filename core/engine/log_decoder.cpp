// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_decoder.h"

#include "core/engine/timestamps.h"

#include <algorithm>
#include <utility>

namespace mediahelm::engine {

using base::Result;
using model::LogLine;

namespace {

constexpr qsizetype longestStamp = 40; // "2026-11-22T16:39:08.539089685+02:00" has 35

} // namespace

LineAssembler::LineAssembler(LogLine::Stream stream, bool timestamps, qsizetype longestLine)
    : m_timestamps(timestamps)
    , m_longestLine(longestLine)
    , m_inStamp(timestamps)
{
    m_line.stream = stream;
}

void LineAssembler::add(QByteArrayView bytes, bool beginsFrame, QList<LogLine> &lines)
{
    if (beginsFrame && m_timestamps && m_open && !m_inStamp)
        m_inStamp = true;
    while (!bytes.isEmpty()) {
        m_open = true;
        if (m_inStamp)
            bytes = bytes.sliced(readStamp(bytes));
        if (m_inStamp)
            return;
        const qsizetype end = bytes.indexOf('\n');
        append(end < 0 ? bytes : bytes.first(end));
        if (end < 0)
            return;
        emitLine(lines);
        bytes = bytes.sliced(end + 1);
    }
}

// How many bytes it has used up; what turns out to be none is text.
qsizetype LineAssembler::readStamp(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && bytes[used] != ' ' && bytes[used] != '\n' && m_stamp.size() < longestStamp)
        m_stamp += bytes[used++];
    if (used == bytes.size())
        return used;
    m_inStamp = false;
    const std::optional<qint64> nanos = bytes[used] == ' ' ? nanosecondsOf(m_stamp) : std::nullopt;
    const QByteArray stamp = std::exchange(m_stamp, {});
    if (!nanos) {
        append(stamp);
        return used;
    }
    if (!m_line.at.isValid())
        m_line.at = QDateTime::fromMSecsSinceEpoch(*nanos / 1'000'000, Qt::UTC);
    return used + 1;
}

void LineAssembler::append(QByteArrayView bytes)
{
    const qsizetype room = m_longestLine - m_line.text.size();
    m_line.text.append(bytes.first(std::min(room, bytes.size())));
    m_line.cut = m_line.cut || bytes.size() > room;
}

void LineAssembler::emitLine(QList<LogLine> &lines)
{
    if (m_line.text.endsWith('\r'))
        m_line.text.chop(1);
    lines.append(m_line);
    m_line.text.clear();
    m_line.at = {};
    m_line.cut = false;
    m_open = false;
    m_inStamp = m_timestamps;
}

void LineAssembler::finish(QList<LogLine> &lines)
{
    if (!m_open)
        return;
    append(std::exchange(m_stamp, {}));
    emitLine(lines);
}

LogDecoder::LogDecoder(const Options &options)
    : m_multiplexed(options.multiplexed)
    , m_out(LogLine::Stream::out, options.timestamps, options.longestLine)
    , m_err(LogLine::Stream::err, options.timestamps, options.longestLine)
{
}

Result<QList<LogLine>> LogDecoder::feed(const QByteArray &bytes)
{
    QList<LogLine> lines;
    if (!m_multiplexed) {
        m_out.add(bytes, false, lines);
        return lines;
    }
    const Result<QList<FrameDecoder::Piece>> pieces = m_frames.feed(bytes);
    if (!pieces)
        return pieces.error();
    for (const FrameDecoder::Piece &piece : *pieces)
        (piece.stream == LogLine::Stream::out ? m_out : m_err).add(piece.bytes, piece.beginsFrame, lines);
    return lines;
}

QList<LogLine> LogDecoder::finish()
{
    QList<LogLine> lines;
    m_out.finish(lines);
    m_err.finish(lines);
    return lines;
}

} // namespace mediahelm::engine
