// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/log_line.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::engine {

// Takes the engine's multiplexed stream apart (Engine API, ContainerAttach, "Stream format"): frames of an 8 byte
// header {stream, 0, 0, 0, length as 32 bits big-endian} and a payload. A payload is handed on as it arrives, so a
// frame's length costs no memory. One owner, any one thread.
class FrameDecoder
{
public:
    struct Piece {
        model::LogLine::Stream stream = model::LogLine::Stream::out;
        bool beginsFrame = false;
        QByteArray bytes;
    };

    // invalid: no such frame; further calls answer the same.
    base::Result<QList<Piece>> feed(const QByteArray &bytes);
    bool midFrame() const { return m_left > 0 || !m_header.isEmpty(); }

private:
    bool readHeader();

    QByteArray m_header; // the beginning of one
    quint32 m_left = 0; // of the payload
    Piece m_next; // what the next piece is, without its bytes
    bool m_broken = false;
};

} // namespace mediahelm::engine
