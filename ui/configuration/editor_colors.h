// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"

#include <QList>

namespace mediahelm::ui {

// What a text of the editor is, as far as it has a colour of its own.
enum class Ink {
    plain,
    key,
    text, // in quotes
    number, // also truths, and YAML's own words
    comment,
    reference, // ${NAME}, anchors and aliases
    sign, // colons, dashes, brackets
    fault, // what breaks the syntax
};

inline constexpr int inkCount = 8;

// Of the palette; contrast of at least 4.5 to the ground of the editor, of its current line and of what is selected.
QColor inkColor(const Palette &palette, Ink ink);

} // namespace mediahelm::ui
