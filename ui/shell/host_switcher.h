// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QComboBox>

namespace mediahelm::ui {

// Which host the pages show: all, or one, each with the state of its connection. Owned by the main window; main thread.
class HostSwitcher final : public QComboBox
{
    Q_OBJECT

public:
    explicit HostSwitcher(control::Fleet &fleet, QWidget *parent = nullptr);

    std::optional<base::HostId> scope() const { return m_scope; } // nullopt: all hosts
    void setScope(const std::optional<base::HostId> &host); // a host that is gone means all

Q_SIGNALS:
    void scopeChanged(const std::optional<mediahelm::base::HostId> &host);

private:
    void refill();
    void refreshHost(const base::HostId &host);
    void onActivated(int index);
    void apply(const std::optional<base::HostId> &host);

    control::Fleet &m_fleet;
    std::optional<base::HostId> m_scope;
};

} // namespace mediahelm::ui
