// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::workspace {

// Whether another YAML library sees the same tree in a document's bytes: kinds, order, keys and texts. It knows nothing
// of our spans, so that a fault of theirs cannot vouch for itself.
bool secondReaderAgrees(const YamlDocument &document);

} // namespace mediahelm::workspace
