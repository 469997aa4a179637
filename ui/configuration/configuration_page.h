// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/secret_desk.h"

#include <QWidget>

class QStackedWidget;

namespace mediahelm::control {
class WorkspaceSetup;
struct RunningProject;
struct SetupOutcome;
} // namespace mediahelm::control

namespace mediahelm::settings {
class UiState;
}

namespace mediahelm::ui {

class MessageBar;
class StartView;
class WorkspaceEditor;

// The page "Configuration": a workspace that is open, or the ways to open one. Owned by the window; main thread. Which
// workspaces were open, and which file, is kept in the UI state.
class ConfigurationPage final : public QWidget
{
    Q_OBJECT

public:
    // Both are borrowed and outlive it.
    ConfigurationPage(control::Configurations &configurations, settings::UiState &state, QWidget *parent = nullptr);
    ~ConfigurationPage() override;

    // With it new workspaces can be made, and services added to the open one. Borrowed, and outlives the page.
    void offerSetup(control::WorkspaceSetup &setup);
    void setSecrets(control::SecretDesk *secrets); // borrowed; null: nothing is kept here
    void openWorkspace(const QString &folder);
    void closeWorkspace(); // unsaved work is kept
    WorkspaceEditor *workspace() const { return m_editor; } // null while none is open
    void focusSearch();
    QList<QAction *> pageActions() const;

Q_SIGNALS:
    void notice(const QString &text);
    void applyAsked(const QString &folder); // of the workspace that is open; all is saved

private:
    void choose();
    void lookAtRunning();
    void makeWorkspace();
    void takeOver();
    void openWithManifest(const control::RunningProject &project);
    void openMade(const control::SetupOutcome &outcome);
    void addServices();
    void tellLeft(const QStringList &left);
    void take(const QString &folder, const base::Result<std::shared_ptr<control::Configuration>> &opened);

    control::Configurations &m_configurations;
    settings::UiState &m_state;
    control::WorkspaceSetup *m_setup = nullptr;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    StartView *m_start;
    control::SecretDesk *m_secrets = nullptr;
    WorkspaceEditor *m_editor = nullptr;
    bool m_lookingAtRunning = false;
    int m_asked = 0; // workspaces so far: the one that was asked for last is shown
};

} // namespace mediahelm::ui
