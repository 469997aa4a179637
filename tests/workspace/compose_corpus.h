// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mediahelm::tests {

// A Compose file of the corpus, the same for each number at every run. The numbers walk through the ways in which YAML
// can be written: indentation, lists flush or not, line ends, byte order mark, last newline, quotes, block scalars,
// brackets on one line and many, anchors, aliases and merges, explicit keys, tags, JSON, tabs before comments, comments
// of a node ("# own POINTER", above or behind it) and of nobody ("# between N", apart from any).
QByteArray corpusFile(int number);

inline constexpr int corpusSize = 320;

} // namespace mediahelm::tests
