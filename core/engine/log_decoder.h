// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/frame_decoder.h"
#include "core/model/log_line.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace mediahelm::engine {

// Puts the lines of one output stream together. Holds at most `longestLine` bytes: of a longer line the rest is
// dropped.
class LineAssembler
{
public:
    LineAssembler(model::LogLine::Stream stream, bool timestamps, qsizetype longestLine);

    // `beginsFrame`: a line that goes on in a further frame has that frame's timestamp in it, which is taken out again
    // (the engine cuts lines at 16 KiB).
    void add(QByteArrayView bytes, bool beginsFrame, QList<model::LogLine> &lines);
    // The last line, when nothing ended it.
    void finish(QList<model::LogLine> &lines);

private:
    qsizetype readStamp(QByteArrayView bytes);
    void append(QByteArrayView bytes);
    void emitLine(QList<model::LogLine> &lines);

    model::LogLine m_line;
    bool m_timestamps;
    qsizetype m_longestLine;
    bool m_open = false; // something of a line has come
    bool m_inStamp; // at a place where a timestamp stands
    QByteArray m_stamp; // what has come of it
};

// The body of GET /containers/{id}/logs to lines. One owner, any one thread.
class LogDecoder
{
public:
    struct Options {
        bool multiplexed = true; // not for a container with a TTY
        bool timestamps = true; // each line begins with one
        qsizetype longestLine = 64 * 1024;
    };

    explicit LogDecoder(const Options &options);

    // The lines that these bytes complete, in the order of their ends. invalid: no such frame.
    base::Result<QList<model::LogLine>> feed(const QByteArray &bytes);
    // At the end of the stream: what no line end followed.
    QList<model::LogLine> finish();
    bool midFrame() const { return m_frames.midFrame(); }

private:
    bool m_multiplexed;
    FrameDecoder m_frames;
    LineAssembler m_out;
    LineAssembler m_err;
};

} // namespace mediahelm::engine
