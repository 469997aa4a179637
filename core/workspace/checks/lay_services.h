// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

namespace mediahelm::workspace {

// What a later file says laid over what is below it, as Compose merges them. Pure.
void layService(ModelService &below, const ModelService &over);
void layDeclaration(ModelDeclaration &below, const ModelDeclaration &over);

} // namespace mediahelm::workspace
