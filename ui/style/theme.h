// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace mediahelm::ui {

class SystemScheme;

enum class ThemeMode { automatic, light, dark };

// Dresses the application: its style, and the light or dark palette, which follows the system live unless the user has
// chosen one. Owned by the composition root, made before the first widget; main thread. Widgets need not know it: they
// find their colours with paletteOf() and are told by Qt's QEvent::PaletteChange.
class Theme : public QObject
{
    Q_OBJECT

public:
    Theme();
    ~Theme() override;

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    bool dark() const { return m_dark; }

Q_SIGNALS:
    void changed(); // the application's palette is the other one now

private:
    void apply();

    std::unique_ptr<SystemScheme> m_system;
    ThemeMode m_mode = ThemeMode::automatic;
    bool m_dark = false;
};

} // namespace mediahelm::ui
