// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/app_style.h"

namespace mediahelm::ui {

AppStyle::AppStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

} // namespace mediahelm::ui
