// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/edit/scalar_writer.h"

namespace mediahelm::workspace {

// A value of another document in one line, collections in brackets.
QByteArray writeFlow(const YamlNode &value, const WritePlace &place);

// A collection of block style with its first line where the writer stands, the others behind place.indent; without a
// break at its end. What was written in block style keeps its spelling and its comments.
QByteArray writeBlock(const YamlDocument &document, const YamlNode &value, const WritePlace &place);

// "key: value" or "- value", as `value` is written: block collections on lines of their own.
QByteArray writePair(const QByteArray &key, const YamlDocument &document, const QList<YamlStyle> &wanted,
                     const WritePlace &place);
QByteArray writeItem(const YamlDocument &document, const QList<YamlStyle> &wanted, const WritePlace &place);

// The place one level deeper.
WritePlace nested(const WritePlace &place);

} // namespace mediahelm::workspace
