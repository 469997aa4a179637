// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

#include <optional>

namespace mediahelm::workspace {

// Where a value is to be written.
struct WritePlace {
    bool flow = false; // inside of brackets
    QByteArray indent; // blanks before the lines of a block scalar, or of a nested block collection
    int step = 2;
    bool indentsLists = true;
    QByteArray lineBreak = QByteArrayLiteral("\n");
};

// A text as a scalar of a style, or nothing where that style has no way to say it there; whether a plain one means the
// same text is for the reader to say, see meansSame().
std::optional<QByteArray> writeText(const QString &text, YamlStyle style, const WritePlace &place,
                                    const QByteArray &headerComment = {});

// A scalar of another document, in the first of the styles, then its own, then any, that keeps what it means.
QByteArray writeScalar(const YamlNode &scalar, const QList<YamlStyle> &wanted, const WritePlace &place,
                       bool asKey = false);

// Equal in kind, text, type, keys and order, whatever the style; tags of YAML's own count through the types alone.
bool meansSame(const YamlNode &a, const YamlNode &b);

} // namespace mediahelm::workspace
