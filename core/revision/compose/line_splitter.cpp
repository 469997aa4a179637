// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/line_splitter.h"

#include <algorithm>

namespace mediahelm::revision {

QByteArrayList LineSplitter::feed(const QByteArray &bytes)
{
    QByteArrayList lines;
    auto at = bytes.begin();
    while (at != bytes.end()) {
        const auto stop = std::find_if(at, bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype room = longest - m_line.size();
        m_line.append(at, std::min<qsizetype>(room, stop - at));
        if (stop == bytes.end())
            break;
        end(lines);
        at = stop + 1;
    }
    return lines;
}

QByteArrayList LineSplitter::finish()
{
    QByteArrayList lines;
    end(lines);
    return lines;
}

void LineSplitter::end(QByteArrayList &lines)
{
    if (!m_line.isEmpty())
        lines.append(m_line);
    m_line.clear();
}

} // namespace mediahelm::revision
