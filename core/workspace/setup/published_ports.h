// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/environment.h"
#include "core/workspace/setup/setup_request.h"
#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::workspace {

// The ports of the host that the services of a Compose file publish, with a range's every one; `by` names the service.
// What cannot be understood, or has no number of its own, is left out. (compose-spec, "ports")
QList<TakenPort> publishedPorts(const YamlDocument &document, const VariableLookup &lookup);

} // namespace mediahelm::workspace
