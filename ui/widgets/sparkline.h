// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <span>

class QPainter;
class QRectF;

namespace mediahelm::ui {

// A line of `values`, oldest first, without axes, ending at the right edge; `slotCount` values fill the width. NaN is a
// gap. The vertical range is 0 to the largest of the values and `leastTop`. Some microseconds for 60 values.
void paintSparkline(QPainter *painter, const QRectF &rect, std::span<const float> values, int slotCount, float leastTop,
                    const QColor &color);

} // namespace mediahelm::ui
