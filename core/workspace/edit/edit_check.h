// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::workspace {

// What an edit is to do to the tree, and nothing else.
struct TreeChange {
    enum class Kind { replace, insert, remove };

    Kind kind = Kind::replace;
    YamlNode node; // replace: the node. insert, remove: the collection
    int index = 0; // insert, remove: of the pair or item
    QString key; // insert into a mapping
    YamlNode value; // replace, insert: of a document of its own
};

// Whether the second tree is the first one with that change: every other node with its kind, text, style, tag and
// anchor.
bool isExactly(const YamlDocument &before, const YamlDocument &after, const TreeChange &change);

} // namespace mediahelm::workspace
