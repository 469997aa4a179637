// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_deck.h"

#include "core/settings/settings_store.h"
#include "ui/configuration/configuration_page.h"
#include "ui/hosts/hosts_page.h"
#include "ui/monitoring/monitoring_page.h"
#include "ui/overview/overview_page.h"
#include "ui/revisions/revisions_page.h"
#include "ui/services/services_page.h"
#include "ui/settings/settings_page.h"

namespace mediahelm::ui {

PageDeck::PageDeck(const control::Control &control, settings::SettingsStore &store, const base::Clock &clock,
                   QWidget *parent)
    : QStackedWidget(parent)
    , m_control(control)
    , m_store(store)
    , m_clock(clock)
{
}

void PageDeck::showPage(PageId id)
{
    if (m_current == id)
        return;
    setCurrentWidget(page(id));
    m_current = id;
    Q_EMIT pageShown(id);
}

QWidget *PageDeck::page(PageId id)
{
    QWidget *&known = m_pages.at(static_cast<std::size_t>(id));
    if (!known) {
        known = make(id);
        addWidget(known);
    }
    return known;
}

QWidget *PageDeck::make(PageId id)
{
    switch (id) {
    case PageId::overview: return makeOverview();
    case PageId::services: return makeServices();
    case PageId::monitoring: return makeMonitoring();
    case PageId::configuration: return makeConfiguration();
    case PageId::revisions: return makeRevisions();
    case PageId::hosts: return makeHosts();
    case PageId::settings: return makeSettings();
    }
    return nullptr;
}

QWidget *PageDeck::makeOverview()
{
    m_overview = new OverviewPage(m_control, this);
    m_overview->setScope(m_scope);
    m_overview->setLive(m_live);
    connect(m_overview, &OverviewPage::serviceAsked, this, &PageDeck::openService);
    connect(m_overview, &OverviewPage::addHostAsked, this, &PageDeck::addHost);
    connect(m_overview, &OverviewPage::hostAsked, this, [this] { showPage(PageId::hosts); });
    return m_overview;
}

QWidget *PageDeck::makeServices()
{
    m_services = new ServicesPage(m_control, m_clock, m_store.uiState(), this);
    m_services->setHost(m_scope);
    connect(m_services, &ServicesPage::addHostRequested, this, &PageDeck::addHost);
    connect(m_services, &ServicesPage::hostsRequested, this, [this] { showPage(PageId::hosts); });
    return m_services;
}

QWidget *PageDeck::makeMonitoring()
{
    m_monitoring = new MonitoringPage(m_control, this);
    m_monitoring->setScope(m_scope);
    m_monitoring->setLive(m_live);
    connect(m_monitoring, &MonitoringPage::hostsAsked, this, [this] { showPage(PageId::hosts); });
    return m_monitoring;
}

QWidget *PageDeck::makeConfiguration()
{
    Q_ASSERT(m_control.configurations);
    m_configuration = new ConfigurationPage(*m_control.configurations, m_store.uiState(), this);
    if (m_control.setup)
        m_configuration->offerSetup(*m_control.setup);
    m_configuration->setSecrets(m_control.secrets);
    connect(m_configuration, &ConfigurationPage::notice, this, &PageDeck::notice);
    connect(m_configuration, &ConfigurationPage::applyAsked, this, [this](const QString &folder) {
        showPage(PageId::revisions);
        m_revisions->apply(folder);
    });
    return m_configuration;
}

QWidget *PageDeck::makeRevisions()
{
    Q_ASSERT(m_control.deployments);
    m_revisions = new RevisionsPage(*m_control.deployments, m_store.uiState(), this);
    connect(m_revisions, &RevisionsPage::notice, this, &PageDeck::notice);
    connect(m_revisions, &RevisionsPage::configurationAsked, this, [this] { showPage(PageId::configuration); });
    return m_revisions;
}

QWidget *PageDeck::makeHosts()
{
    m_hosts = new HostsPage(m_control.fleet, m_control.hosts, this);
    connect(m_hosts, &HostsPage::notice, this, &PageDeck::notice);
    return m_hosts;
}

QWidget *PageDeck::makeSettings()
{
    m_settings = new SettingsPage(m_store, this);
    if (!m_keychainText.isEmpty())
        m_settings->setKeychainText(m_keychainText);
    connect(m_settings, &SettingsPage::aboutAsked, this, &PageDeck::aboutAsked);
    return m_settings;
}

void PageDeck::setScope(const std::optional<base::HostId> &host)
{
    m_scope = host;
    if (m_overview)
        m_overview->setScope(host);
    if (m_services)
        m_services->setHost(host);
    if (m_monitoring)
        m_monitoring->setScope(host);
}

void PageDeck::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    if (m_overview)
        m_overview->setLive(live);
    if (m_monitoring)
        m_monitoring->setLive(live);
}

void PageDeck::openService(const model::ContainerKey &key)
{
    if (m_scope && *m_scope != key.host)
        Q_EMIT scopeWanted(std::nullopt); // else the table would not have it
    showPage(PageId::services);
    m_services->showService(key);
}

void PageDeck::addHost()
{
    showPage(PageId::hosts);
    m_hosts->addHost();
}

void PageDeck::showDeployment(const QString &folder)
{
    showPage(PageId::revisions);
    m_revisions->showDeployment(folder);
}

bool PageDeck::showsDeployment(const QString &folder) const
{
    return m_current == PageId::revisions && m_revisions->showsDeployment(folder);
}

void PageDeck::focusSearch()
{
    if (m_current == PageId::revisions && m_revisions->canSearch()) {
        m_revisions->focusSearch();
        return;
    }
    if (m_current == PageId::configuration && m_configuration->workspace()) {
        m_configuration->focusSearch();
        return;
    }
    showPage(PageId::services); // the one page with a search, which is what whoever searches looks for
    m_services->focusSearch();
}

void PageDeck::setKeychainText(const QString &text)
{
    m_keychainText = text;
    if (m_settings)
        m_settings->setKeychainText(text);
}

QList<QAction *> PageDeck::pageActions() const
{
    QList<QAction *> actions;
    if (m_services)
        actions += m_services->pageActions();
    // Its keys count on that page alone, and there is nothing to act on elsewhere.
    if (m_configuration && m_current == PageId::configuration)
        actions += m_configuration->pageActions();
    return actions;
}

} // namespace mediahelm::ui
