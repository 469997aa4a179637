// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/editor_marks.h"

namespace mediahelm::ui::marks {

namespace {

constexpr Tone tones[] = {Tone::bad, Tone::warning, Tone::info};
// Told apart by their shapes too.
constexpr QsciScintilla::MarkerSymbol shapes[] = {QsciScintilla::Circle, QsciScintilla::RightTriangle,
                                                  QsciScintilla::LeftRectangle};

} // namespace

void define(QsciScintilla &editor)
{
    for (int i = 0; i < 3; ++i) {
        editor.indicatorDefine(QsciScintilla::SquiggleIndicator, firstIndicator + i);
        editor.markerDefine(shapes[i], firstMarker + i);
    }
    editor.indicatorDefine(QsciScintilla::StraightBoxIndicator, tabIndicator);
    editor.indicatorDefine(QsciScintilla::TextColorIndicator, referenceIndicator);
    for (int i = firstIndicator; i <= referenceIndicator; ++i)
        editor.setIndicatorDrawUnder(true, i);
}

void dress(QsciScintilla &editor, const Palette &palette)
{
    for (int i = 0; i < 3; ++i) {
        const QColor color = palette.tone(tones[i]).text;
        editor.setIndicatorForegroundColor(color, firstIndicator + i);
        editor.setMarkerForegroundColor(color, firstMarker + i);
        editor.setMarkerBackgroundColor(color, firstMarker + i);
    }
    editor.setIndicatorForegroundColor(palette.tone(Tone::warning).text, tabIndicator);
    editor.setIndicatorOutlineColor(palette.tone(Tone::warning).text, tabIndicator);
    editor.setIndicatorForegroundColor(palette.series.at(3), referenceIndicator);
    // The marks of folds, which the editor's own functions do not reach.
    for (int i = int(QsciScintilla::SC_MARKNUM_FOLDEREND); i <= int(QsciScintilla::SC_MARKNUM_FOLDEROPEN); ++i) {
        editor.SendScintilla(QsciScintilla::SCI_MARKERSETFORE, i, palette.window);
        editor.SendScintilla(QsciScintilla::SCI_MARKERSETBACK, i, palette.outline);
    }
}

} // namespace mediahelm::ui::marks
