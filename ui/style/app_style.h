// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace mediahelm::ui {

// The house look on top of Fusion: rounded controls, quiet lines, room to breathe, a focus ring that is always seen.
// Owned by the application; main thread. Every colour comes from the palette of what is drawn.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    AppStyle();
};

} // namespace mediahelm::ui
