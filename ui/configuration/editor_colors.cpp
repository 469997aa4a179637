// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/editor_colors.h"

namespace mediahelm::ui {

QColor inkColor(const Palette &palette, Ink ink)
{
    switch (ink) {
    case Ink::key: return palette.tone(Tone::info).text;
    case Ink::text: return palette.tone(Tone::good).text;
    case Ink::number: return palette.tone(Tone::warning).text;
    case Ink::comment:
    case Ink::sign: return palette.textMuted;
    case Ink::reference: return palette.series.at(3);
    case Ink::fault: return palette.tone(Tone::bad).text;
    case Ink::plain: break;
    }
    return palette.text;
}

} // namespace mediahelm::ui
