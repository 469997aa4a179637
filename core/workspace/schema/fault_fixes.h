// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/schema/instance.h"

#include <optional>

namespace mediahelm::workspace {

// What mends a fault by one small patch. Nothing where the node stands behind an alias or a merge, has a tag or an
// anchor, or is written in a way that such a patch could break; whether the result fits is for the caller to ask.
std::optional<model::DiagnosticFix> renameKey(const Instance &pair, const QString &name);
std::optional<model::DiagnosticFix> putInQuotes(const Instance &instance);
std::optional<model::DiagnosticFix> makeList(const Instance &instance);
std::optional<model::DiagnosticFix> setText(const Instance &instance, const QString &text);

} // namespace mediahelm::workspace
