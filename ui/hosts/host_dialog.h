// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QDialog>

class QPushButton;

namespace mediahelm::control {
class HostDirectory;
}

namespace mediahelm::ui {

class ConnectionTestPanel;
class HostForm;

// Adds a host, or changes one. Checked while it is typed; saved only when the settings are written. Deletes itself when
// closed; main thread.
class HostDialog final : public QDialog
{
    Q_OBJECT

public:
    // `edited` empty: a new host.
    HostDialog(control::Fleet &fleet, control::HostDirectory &hosts, const std::optional<model::HostProfile> &edited,
               QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const mediahelm::base::HostId &host);

private:
    void onChanged();
    void save();

    control::HostDirectory &m_hosts;
    const std::optional<model::HostProfile> m_edited;
    HostForm *m_form;
    ConnectionTestPanel *m_test;
    QPushButton *m_save;
};

} // namespace mediahelm::ui
