// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

namespace mediahelm::workspace {

// Whether two things of one name certainly mean something different to Compose. Where that cannot be said (one in the
// short form and one in the long, or with variables in what is not read here) they count as the same. Pure.
bool differ(const ModelService &one, const ModelService &other);
bool differ(const ModelDeclaration &one, const ModelDeclaration &other);

} // namespace mediahelm::workspace
