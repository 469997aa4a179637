// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/metrics.h"

#include <QFontDatabase>

namespace mediahelm::ui {

namespace {

QFont scaled(QFont font, qreal factor, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont titleFont(const QFont &base)
{
    return scaled(base, 1.5, QFont::DemiBold);
}

QFont headingFont(const QFont &base)
{
    return scaled(base, 1.1, QFont::DemiBold);
}

QFont captionFont(const QFont &base)
{
    return scaled(base, 0.9, QFont::Normal);
}

QFont strongFont(const QFont &base)
{
    return scaled(base, 1.0, QFont::DemiBold);
}

QFont fixedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

} // namespace mediahelm::ui
