// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/control.h"
#include "core/control/fleet.h"
#include "ui/shell/shell_actions.h"

#include <QStackedWidget>

#include <optional>

namespace mediahelm::settings {
class SettingsStore;
}

namespace mediahelm::ui {

class ConfigurationPage;
class HostsPage;
class MonitoringPage;
class OverviewPage;
class RevisionsPage;
class ServicesPage;
class SettingsPage;

// The pages, each made when it is first shown, so that the first one is there at once. The only one that knows them
// all. Owned by the main window; main thread.
class PageDeck final : public QStackedWidget
{
    Q_OBJECT

public:
    PageDeck(const control::Control &control, settings::SettingsStore &store, const base::Clock &clock,
             QWidget *parent = nullptr);

    void showPage(PageId page);
    std::optional<PageId> current() const { return m_current; }
    void setScope(const std::optional<base::HostId> &host); // nullopt: all hosts
    // Whether anybody can see the window; without it no page measures anything.
    void setLive(bool live);
    void openService(const model::ContainerKey &key); // on the Services page
    void addHost(); // on the Hosts page
    void showDeployment(const QString &folder); // of a workspace, on the Revisions page
    bool showsDeployment(const QString &folder) const; // it is before the user's eyes
    void focusSearch(); // of a workspace or the revisions that are shown, else of the Services page
    void setKeychainText(const QString &text);
    QList<QAction *> pageActions() const; // of the pages that were made

Q_SIGNALS:
    void pageShown(mediahelm::ui::PageId page);
    void notice(const QString &text); // something was done, in the past tense
    void scopeWanted(const std::optional<mediahelm::base::HostId> &host);
    void aboutAsked();

private:
    QWidget *page(PageId page); // made when it is not there
    QWidget *make(PageId page);
    QWidget *makeOverview();
    QWidget *makeServices();
    QWidget *makeMonitoring();
    QWidget *makeConfiguration();
    QWidget *makeRevisions();
    QWidget *makeHosts();
    QWidget *makeSettings();

    control::Control m_control;
    settings::SettingsStore &m_store;
    const base::Clock &m_clock;
    std::optional<PageId> m_current;
    std::optional<base::HostId> m_scope;
    bool m_live = true;
    QString m_keychainText;
    std::array<QWidget *, pageCount> m_pages{};
    OverviewPage *m_overview = nullptr;
    ServicesPage *m_services = nullptr;
    MonitoringPage *m_monitoring = nullptr;
    ConfigurationPage *m_configuration = nullptr;
    RevisionsPage *m_revisions = nullptr;
    HostsPage *m_hosts = nullptr;
    SettingsPage *m_settings = nullptr;
};

} // namespace mediahelm::ui
