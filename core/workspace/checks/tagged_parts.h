// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"
#include "core/workspace/yaml/yaml_resolved.h"

namespace mediahelm::workspace {

ModelTag tagOf(const YamlNode &node);
// Whether a value says nothing, so that what is below it stays.
bool isNull(const YamlNode &node);
// The pairs of a mapping, merges followed, but for those that are tagged to go.
QList<YamlEntry> pairsOf(const YamlNode &mapping);
// Notes as cleared what of the mapping under a key of a service is tagged to go: "environment/NAME".
void noteParts(ModelService &service, const QString &key, const YamlNode &mapping);

} // namespace mediahelm::workspace
