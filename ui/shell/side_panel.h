// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QWidget>

namespace mediahelm::ui {

class HostSwitcher;
class ShellActions;
class Sidebar;

// The window's leading edge: name, host switcher, search, pages, menu. Owned by the main window; main thread.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    SidePanel(control::Fleet &fleet, const ShellActions &actions, QWidget *parent = nullptr);

    Sidebar *sidebar() const { return m_sidebar; }
    HostSwitcher *switcher() const { return m_switcher; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeSearch(const ShellActions &actions);
    QWidget *makeMenu(const ShellActions &actions);

    Sidebar *m_sidebar;
    HostSwitcher *m_switcher;
};

} // namespace mediahelm::ui
