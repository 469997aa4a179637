// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace mediahelm::ui {

// What a colour says, always beside a shape and a word, never instead of them.
enum class Tone { neutral, good, info, warning, bad };

// The colours by role, and the only place that names any. Text roles have a contrast of at least 4.5 to every ground
// that they may stand on, `outline`, `focus` and the chart lines of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11); `line`
// separates without carrying meaning. A plain value; two constant ones exist.
struct Palette {
    struct ToneColors {
        QColor text; // words and shapes on window, surface, hover, selection and on soft
        QColor soft; // ground of a badge or a message
    };

    bool dark;
    QColor window; // ground of pages
    QColor surface; // ground of cards, tables, fields
    QColor sidebar;
    QColor hover;
    QColor pressed;
    QColor line;
    QColor outline; // of controls
    QColor text;
    QColor textMuted;
    QColor textDisabled;
    QColor accent; // links, the default button, what is switched on
    QColor accentHover;
    QColor onAccent; // text on accent
    QColor selection; // ground of selected rows
    QColor focus;
    QColor tooltip;
    QColor tooltipText;
    std::array<ToneColors, 5> tones; // by Tone
    std::array<QColor, 8> series; // lines of charts

    const ToneColors &tone(Tone tone) const { return tones.at(static_cast<std::size_t>(tone)); }
};

const Palette &lightPalette();
const Palette &darkPalette();

// The palette that belongs to Qt's: the dark one where its window is dark. So widgets and delegates find their colours
// in what Qt hands them, and follow a change as soon as Qt tells them of it.
const Palette &paletteOf(const QPalette &palette);
const Palette &paletteOf(const QWidget *widget);

QPalette toQPalette(const Palette &palette);

// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrastRatio(const QColor &a, const QColor &b);

} // namespace mediahelm::ui
