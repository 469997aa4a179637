// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::workspace {

// What an edit is to do to the tree, and nothing else.
struct TreeChange {
    enum class Kind { replace, insert, remove, rename };

    Kind kind = Kind::replace;
    YamlNode node; // replace: the node. Else the collection
    int index = 0; // of the pair or item in the collection
    QString key; // that is inserted into a mapping, or the new one of a pair
    YamlNode value; // replace, insert: of a document of its own
};

// Whether the second tree is the first one with that change: every other node with its kind, text, style, tag and
// anchor.
bool isExactly(const YamlDocument &before, const YamlDocument &after, const TreeChange &change);

} // namespace mediahelm::workspace
