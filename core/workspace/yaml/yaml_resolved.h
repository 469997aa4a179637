// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

#include <QJsonValue>
#include <QList>

namespace mediahelm::workspace {

// What Compose makes of a document: aliases followed, "<<" merged in. Each node found still tells where it is written.

struct YamlEntry {
    QString key;
    YamlNode keyNode;
    YamlNode value; // as written: perhaps an alias
    bool merged = false; // comes from a "<<"
};

// A mapping's pairs, own ones first and in order, then what "<<" adds; a mapping's own key wins over a merged one, and
// an earlier merged one over a later. `mapping` may be an alias of one.
QList<YamlEntry> resolvedEntries(const YamlNode &mapping);

// The node at a pointer, through aliases and merges; the last one is not followed, see YamlNode::target().
YamlNode findResolved(const YamlDocument &document, const QString &pointer);
YamlNode findResolved(const YamlDocument &&document, const QString &pointer) = delete; // it has the node

// The value as JSON, as Compose's reader types it; "!reset" is left out of what holds it, as Compose does.
QJsonValue toJson(const YamlNode &node);

} // namespace mediahelm::workspace
