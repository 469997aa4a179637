// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frame_decoder.h"

#include <QtEndian>

#include <algorithm>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::LogLine;

namespace {

constexpr qsizetype headerSize = 8;
// 0 is standard input echoed, 1 output, 2 error, 3 what the engine itself has to say.
constexpr char lastStream = 3;

} // namespace

bool FrameDecoder::readHeader()
{
    if (m_header[0] < 0 || m_header[0] > lastStream || m_header[1] != 0 || m_header[2] != 0 || m_header[3] != 0)
        return false;
    m_next.stream = m_header[0] >= 2 ? LogLine::Stream::err : LogLine::Stream::out;
    m_next.beginsFrame = true;
    m_left = qFromBigEndian<quint32>(m_header.constData() + 4);
    m_header.clear();
    return true;
}

Result<QList<FrameDecoder::Piece>> FrameDecoder::feed(const QByteArray &bytes)
{
    QList<Piece> pieces;
    qsizetype at = 0;
    while (at < bytes.size() && !m_broken) {
        if (m_left == 0) {
            const qsizetype take = std::min(headerSize - m_header.size(), bytes.size() - at);
            m_header += bytes.sliced(at, take);
            at += take;
            if (m_header.size() == headerSize)
                m_broken = !readHeader();
            continue;
        }
        const qsizetype take = std::min<qsizetype>(m_left, bytes.size() - at);
        m_next.bytes = bytes.sliced(at, take);
        pieces.append(m_next);
        m_next.beginsFrame = false;
        m_left -= static_cast<quint32>(take);
        at += take;
    }
    if (m_broken)
        return Error{ErrorKind::invalid, QStringLiteral("a frame's header is out of format"), {}};
    return pieces;
}

} // namespace mediahelm::engine
