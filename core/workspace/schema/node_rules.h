// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/schema/schema_tree.h"

namespace mediahelm::workspace {

// Rules of a schema that valijson leaves to us, since it answers wrong or takes too long: see SchemaReading::plain.
// They hold for whatever is not of the type that they are about.
bool fitsText(const SchemaNode &node, const QString &text); // "pattern", "format"
bool fitsNumber(const SchemaNode &node, double number); // "integer"
bool fitsKey(const SchemaNode &node, const QString &key); // "patternProperties" without "additionalProperties"
bool isDate(const QString &text); // 2025-12-31

} // namespace mediahelm::workspace
