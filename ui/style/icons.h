// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"

#include <QIcon>

namespace mediahelm::ui {

// A Material Symbol of resources/icons/icons.txt, drawn in the colours of the application's palette: text, or the
// tone's; muted when disabled, accent when switched on. It follows a change of the palette and any device pixel ratio.
// An unknown name gives an empty icon and a warning in the log. Cheap to make; rendered and cached when first drawn.
QIcon symbolIcon(const QString &name);
QIcon symbolIcon(const QString &name, Tone tone);
// Muted, for icons that only accompany words.
QIcon quietIcon(const QString &name);

// One symbol in a colour, for painters. `size` in device-independent pixels.
QPixmap symbolPixmap(const QString &name, const QSize &size, qreal devicePixelRatio, const QColor &color);

QIcon applicationIcon();

} // namespace mediahelm::ui
