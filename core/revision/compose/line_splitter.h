// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace mediahelm::revision {

// Bytes to lines, which end with LF, CR or both. A line beyond 16 KiB is cut there, and its rest left out. Empty lines
// are left out. A value type.
class LineSplitter
{
public:
    static constexpr qsizetype longest = 16 * 1024;

    QByteArrayList feed(const QByteArray &bytes);
    // What stands after the last end of line.
    QByteArrayList finish();

private:
    void end(QByteArrayList &lines);

    QByteArray m_line;
};

} // namespace mediahelm::revision
