// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mediahelm::model {

// Bytes [begin, end) of a file.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype length() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(qsizetype byte) const { return byte >= begin && byte < end; }

    friend bool operator==(const Span &, const Span &) = default;
};

// Where an editor shows a byte. All count from 1.
struct Place {
    int line = 1; // lines end with \n, \r\n or \r
    int column = 1; // in code points, as people and compilers count
    int utf16Column = 1; // in UTF-16 units, as QString and editor components count

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace mediahelm::model
