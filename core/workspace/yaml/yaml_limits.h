// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mediahelm::workspace {

// What a configuration file may cost. Far above any real Compose file, and low enough that no file makes the program
// slow or large: what is refused is refused in the order of milliseconds.
struct YamlLimits {
    qsizetype bytes = 2 * 1024 * 1024;
    int depth = 64; // of nested collections, also through aliases
    int nodes = 100'000; // as written
    qint64 expandedNodes = 500'000; // with each alias counted as what it stands for
    int keyLength = 1024; // characters
};

} // namespace mediahelm::workspace
