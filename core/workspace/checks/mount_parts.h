// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

namespace mediahelm::workspace {

// Compose's short form of a mount: "TARGET", "SOURCE:TARGET" or "SOURCE:TARGET:MODE". Without a place in a file.
ModelMount parseMount(const QString &text);

} // namespace mediahelm::workspace
