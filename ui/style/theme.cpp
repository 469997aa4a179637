// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/app_style.h"
#include "ui/style/palette.h"
#include "ui/style/system_scheme.h"

#include <QApplication>

namespace mediahelm::ui {

Theme::Theme()
    : m_system(std::make_unique<SystemScheme>())
    , m_dark(m_system->dark())
{
    QApplication::setStyle(new AppStyle);
    QApplication::setPalette(toQPalette(m_dark ? darkPalette() : lightPalette()));
    connect(m_system.get(), &SystemScheme::changed, this, &Theme::apply);
}

Theme::~Theme() = default;

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void Theme::apply()
{
    const bool dark = m_mode == ThemeMode::automatic ? m_system->dark() : m_mode == ThemeMode::dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    QApplication::setPalette(toQPalette(dark ? darkPalette() : lightPalette()));
    Q_EMIT changed();
}

} // namespace mediahelm::ui
