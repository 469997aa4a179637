// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_secrets.h"
#include "app/roots/backbone.h"
#include "core/control/adoption/local_adoption.h"
#include "core/control/configuration/local_configurations.h"
#include "core/control/configuration/stored_secrets.h"
#include "core/control/deployment/local_deployments.h"
#include "core/control/setup/local_workspace_setup.h"
#include "core/revision/compose/local_compose_process.h"
#include "core/settings/settings_store.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace mediahelm::app {

// The desktop program: keychain, sessions and window, put together. Owned by runDesktop(); borrows both; main thread.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop(settings::SettingsStore &store, ui::Theme &theme);
    ~Desktop() override;

    void show(); // the window first, then the connections: their first answers find it painted
    // Brings the window before the user's eyes; `token` is the desktop's leave for it (xdg-activation), or empty.
    void raise(const QByteArray &token);

private:
    control::LocalConfigurations::Settings editing();
    control::Control seam();
    void applyTheme();
    void watchSettings();
    void readSettings();

    settings::SettingsStore &m_store;
    ui::Theme &m_theme;
    base::SystemClock m_clock;
    DesktopSecrets m_secrets;
    Backbone m_backbone;
    control::LocalAdoption m_adoption;
    revision::LocalComposeProcess m_compose; // that tells what it thinks of files
    control::LocalConfigurations m_configurations;
    control::LocalDeployments m_deployments;
    control::LocalWorkspaceSetup m_setup;
    control::StoredSecrets m_workspaceSecrets;
    ui::MainWindow m_window;
    QFileSystemWatcher m_watcher; // of the settings: another process may change them
    QTimer m_settled; // a change is read when it is over
};

} // namespace mediahelm::app
