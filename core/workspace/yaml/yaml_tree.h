// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

#include <vector>

namespace mediahelm::workspace {

// What stands behind YamlDocument and YamlNode: nodes in the order in which they begin, children by their numbers.
struct YamlTree {
    struct Node {
        YamlKind kind = YamlKind::scalar;
        YamlStyle style = YamlStyle::plain;
        bool isKey = false;
        int parent = -1;
        int index = 0; // of the pair or item in its parent
        int target = -1; // of an alias
        qsizetype firstChild = 0; // in children; of a mapping keys and values in turn
        int childCount = 0;
        qsizetype begin = 0; // of tag and anchor, if any
        model::Span span;
        QString text;
        QString tag;
        QString anchor;
    };

    TextIndex lines;
    std::vector<Node> nodes;
    std::vector<int> children;
};

} // namespace mediahelm::workspace
