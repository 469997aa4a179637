// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/text_patch.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QStringList>

namespace mediahelm::workspace {

// Edits of a YAML file that change the bytes of one node and no other: comments, blank lines, quotes, order and line
// ends stay. An edit is a handful of text patches; what they make is read again, and must be the old tree but for that
// node, to us and to a second YAML library (where that one agreed with us before), else the edit is refused.

struct YamlEdit {
    QByteArray bytes; // the whole file with the edit in it
    YamlDocument document; // the same, read
    QList<model::TextPatch> patches;
    QStringList alsoAffects; // pointers of the aliases that stand for what was edited, and so change with it
};

// Sets a node, in the style of the one that it replaces where that style can say the value; a key that is not there is
// added at the end of its mapping, with the mappings above it that miss. The last part "-" appends to a list. `value`
// is YAML: 5 is a number and "5" a string. Errors: invalid (pointer or value), notFound (no such item), conflict (it
// stands behind an alias, or cannot be written there without touching something else).
base::Result<YamlEdit> setValue(const YamlDocument &document, const QString &pointer, const QByteArray &value);

// Puts an item before the one of that index; the list's size appends.
base::Result<YamlEdit> insertItem(const YamlDocument &document, const QString &list, int index,
                                  const QByteArray &value);

// Takes a pair or an item out: its lines, the comment behind it, and the lines of comment directly above it that speak
// of it. A collection whose last child goes becomes {} or []. Errors: as setValue(); conflict also where aliases stand
// for it.
base::Result<YamlEdit> removeNode(const YamlDocument &document, const QString &pointer);

// Gives a pair of a mapping another key, in the style of the old one where that can say it. Errors: as removeNode();
// invalid for an empty key, conflict also where the mapping has that key.
base::Result<YamlEdit> renameKey(const YamlDocument &document, const QString &pointer, const QString &key);

} // namespace mediahelm::workspace
