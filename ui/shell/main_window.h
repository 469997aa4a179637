// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/control.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

namespace mediahelm::settings {
class SettingsStore;
}

namespace mediahelm::ui {

class ActivityBar;
class ActivityLog;
class ConnectionBanner;
class DeploymentWatch;
class HostSwitcher;
class PageDeck;
class QuestionQueue;
class ShellActions;
class Sidebar;
class Sight;
class Toast;
enum class PageId;

// The desktop's window: sidebar, host switcher, pages, and around them what belongs to none of them: questions, the
// banner of lost connections, activity, the palette. It arranges and hands on; the pages do. Owned by the composition
// root, and outlived by what it borrows; main thread. Geometry and page are kept in the UI state.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const control::Control &control, settings::SettingsStore &store, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId page);
    // Whether passwords can be kept, in a sentence for the Settings page.
    void setKeychainText(const QString &text);

    PageDeck &pages() const { return *m_deck; }
    QuestionQueue &questions() const { return *m_questions; }
    ShellActions &actions() const { return *m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeContent();
    void connectActions();
    void connectParts();
    void restoreState();
    void keepState();
    void followDeployments();
    void askBeforeClosing();
    void updateLive();
    void updateTrouble();
    QList<QAction *> paletteActions() const;
    void openPalette();
    void openHelp(bool shortcuts);
    void openAbout();
    void openActivity();
    void reconnect();

    control::Control m_control;
    settings::SettingsStore &m_store;
    base::SystemClock m_clock;
    std::unique_ptr<ShellActions> m_actions;
    DeploymentWatch *m_deployments;
    ActivityLog *m_log;
    Sidebar *m_sidebar = nullptr;
    HostSwitcher *m_switcher = nullptr;
    ConnectionBanner *m_banner = nullptr;
    PageDeck *m_deck = nullptr;
    ActivityBar *m_activity = nullptr;
    Toast *m_toast = nullptr;
    std::unique_ptr<Sight> m_sight;
    QuestionQueue *m_questions = nullptr;
    QString m_told; // the folder that the toast speaks of
    bool m_mayClose = false; // although a deployment runs
    QTimer m_calmTimer; // until a service has run long enough to need no attention
};

} // namespace mediahelm::ui
