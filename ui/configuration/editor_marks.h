// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/configuration/scintilla.h"
#include "ui/style/palette.h"

// The squiggles, margin marks and other indicators of the editor: their numbers and looks.
namespace mediahelm::ui::marks {

// By severity: error, warning, hint.
inline constexpr int firstIndicator = 8;
inline constexpr int tabIndicator = 12; // where a tab indents, which YAML forbids
inline constexpr int referenceIndicator = 13; // ${NAME}
inline constexpr int firstMarker = 1;
inline constexpr int allMarkers = 0b1110;

void define(QsciScintilla &editor);
void dress(QsciScintilla &editor, const Palette &palette);

} // namespace mediahelm::ui::marks
