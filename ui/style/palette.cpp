// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace mediahelm::ui {

namespace {

Palette makeLight()
{
    return {
        .dark = false,
        .window = QColor(0xf5f7f9),
        .surface = QColor(0xffffff),
        .sidebar = QColor(0xebeff3),
        .hover = QColor(0xf0f4f8),
        .pressed = QColor(0xe2e8ee),
        .line = QColor(0xdde3e9),
        .outline = QColor(0x7d8894),
        .text = QColor(0x17202a),
        .textMuted = QColor(0x525d69),
        .textDisabled = QColor(0x98a2ad),
        .accent = QColor(0x1a62b0),
        .accentHover = QColor(0x154f8f),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xdce9f7),
        .focus = QColor(0x1a62b0),
        .tooltip = QColor(0x27313c),
        .tooltipText = QColor(0xf2f5f8),
        .tones = {Palette::ToneColors{QColor(0x525d69), QColor(0xe9edf1)},
                  Palette::ToneColors{QColor(0x136a41), QColor(0xdcf1e5)},
                  Palette::ToneColors{QColor(0x1a62b0), QColor(0xdceafa)},
                  Palette::ToneColors{QColor(0x835300), QColor(0xfcecc8)},
                  Palette::ToneColors{QColor(0xae241c), QColor(0xfbe2e0)}},
        .series = {QColor(0x1a62b0), QColor(0xb35900), QColor(0x147a4a), QColor(0x7a3db8), QColor(0x00707a),
                   QColor(0xae241c), QColor(0x7a5c00), QColor(0x525d69)},
    };
}

Palette makeDark()
{
    return {
        .dark = true,
        .window = QColor(0x14181d),
        .surface = QColor(0x1c2127),
        .sidebar = QColor(0x0f1317),
        .hover = QColor(0x252c34),
        .pressed = QColor(0x303841),
        .line = QColor(0x303841),
        .outline = QColor(0x7b8692),
        .text = QColor(0xe6eaee),
        .textMuted = QColor(0xa9b3bd),
        .textDisabled = QColor(0x66717c),
        .accent = QColor(0x74b6f7),
        .accentHover = QColor(0x9accfb),
        .onAccent = QColor(0x0b1a29),
        .selection = QColor(0x21405f),
        .focus = QColor(0x74b6f7),
        .tooltip = QColor(0x39434e),
        .tooltipText = QColor(0xf2f5f8),
        .tones = {Palette::ToneColors{QColor(0xa9b3bd), QColor(0x2a3138)},
                  Palette::ToneColors{QColor(0x63d49d), QColor(0x173528)},
                  Palette::ToneColors{QColor(0x74b6f7), QColor(0x17304a)},
                  Palette::ToneColors{QColor(0xf0bd57), QColor(0x3b3016)},
                  Palette::ToneColors{QColor(0xff9f96), QColor(0x452422)}},
        .series = {QColor(0x74b6f7), QColor(0xf5a25d), QColor(0x63d49d), QColor(0xc49bf5), QColor(0x4fc4cf),
                   QColor(0xff9f96), QColor(0xdcc15c), QColor(0xa9b3bd)},
    };
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double relativeLuminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

const Palette &lightPalette()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &darkPalette()
{
    static const Palette palette = makeDark();
    return palette;
}

const Palette &paletteOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkPalette() : lightPalette();
}

const Palette &paletteOf(const QWidget *widget)
{
    return paletteOf(widget->palette());
}

QPalette toQPalette(const Palette &palette)
{
    QPalette result;
    const auto set = [&result](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        result.setColor(QPalette::Active, role, color);
        result.setColor(QPalette::Inactive, role, color);
        result.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, palette.window, palette.window);
    set(QPalette::WindowText, palette.text, palette.textDisabled);
    set(QPalette::Base, palette.surface, palette.window);
    set(QPalette::AlternateBase, palette.window, palette.window);
    set(QPalette::Text, palette.text, palette.textDisabled);
    set(QPalette::PlaceholderText, palette.textMuted, palette.textDisabled);
    set(QPalette::Button, palette.surface, palette.window);
    set(QPalette::ButtonText, palette.text, palette.textDisabled);
    set(QPalette::BrightText, palette.tone(Tone::bad).text, palette.textDisabled);
    set(QPalette::Highlight, palette.selection, palette.pressed);
    set(QPalette::HighlightedText, palette.text, palette.textDisabled);
    set(QPalette::Link, palette.accent, palette.textDisabled);
    set(QPalette::LinkVisited, palette.accent, palette.textDisabled);
    set(QPalette::ToolTipBase, palette.tooltip, palette.tooltip);
    set(QPalette::ToolTipText, palette.tooltipText, palette.tooltipText);
    set(QPalette::Light, palette.surface, palette.surface);
    set(QPalette::Midlight, palette.hover, palette.hover);
    set(QPalette::Mid, palette.line, palette.line);
    set(QPalette::Dark, palette.outline, palette.line);
    set(QPalette::Shadow, palette.line, palette.line);
    return result;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace mediahelm::ui
