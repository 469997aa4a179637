// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_patch.h"
#include "core/workspace/edit/yaml_layout.h"

namespace mediahelm::workspace {

// One way to make an edit. There may be several, best first: the first that reads as it should is taken.
using Patches = QList<model::TextPatch>;

// `value` is a document of its own, of which the root is written.
QList<Patches> replacePatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &node,
                              const YamlDocument &value);
// Adds a pair at the end of a mapping that is not empty, or of braces.
QList<Patches> addPairPatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &mapping,
                              const QString &key, const YamlDocument &value);
QList<Patches> insertItemPatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &list,
                                 int index, const YamlDocument &value);
QList<Patches> removePatches(const YamlLayout &layout, const YamlDocument &document, const YamlNode &collection,
                             int index);

} // namespace mediahelm::workspace
