// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/control/host_directory.h"
#include "core/control/question_desk.h"
#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "ui/deployments/deployment_watch.h"
#include "ui/deployments/deployment_words.h"
#include "ui/services/confirm_dialog.h"
#include "ui/shell/activity_bar.h"
#include "ui/shell/activity_dialog.h"
#include "ui/shell/activity_log.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/connection_banner.h"
#include "ui/shell/help_dialog.h"
#include "ui/shell/host_switcher.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/paint_probe.h"
#include "ui/shell/question_queue.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/trouble_count.h"
#include "ui/style/icons.h"
#include "ui/widgets/sight.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>

namespace mediahelm::ui {

namespace {

const QString geometryKey = QStringLiteral("window.geometry");
const QString pageKey = QStringLiteral("page");
const QString startPageKey = QStringLiteral("startPage");
const QString hostKey = QStringLiteral("services.host");

// The pages whose content is the hosts': the others say themselves what is lost, or show nothing of a host.
bool needsBanner(PageId page)
{
    return page == PageId::services || page == PageId::monitoring;
}

} // namespace

MainWindow::MainWindow(const control::Control &control, settings::SettingsStore &store, QWidget *parent)
    : QMainWindow(parent)
    , m_control(control)
    , m_store(store)
    , m_actions(std::make_unique<ShellActions>(this))
    , m_deployments(new DeploymentWatch(control.deployments, this))
    , m_log(new ActivityLog(control.fleet, control.operations, this))
{
    setWindowTitle(QStringLiteral("Mediahelm"));
    setWindowIcon(applicationIcon());
    auto *whole = new QWidget(this);
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSide());
    layout->addWidget(makeContent(), 1);
    setCentralWidget(whole);
    m_toast = new Toast(m_deck);
    m_sight = std::make_unique<Sight>(this);
    connect(m_sight.get(), &Sight::changed, this, &MainWindow::updateLive);
    connectActions();
    connectParts();
    followDeployments();
    restoreState();
    m_questions = new QuestionQueue(control.questions, this);
    updateTrouble();
    PaintProbe::installIfAsked(this);
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeSide()
{
    auto *side = new SidePanel(m_control.fleet, *m_actions, this);
    m_sidebar = side->sidebar();
    m_switcher = side->switcher();
    return side;
}

QWidget *MainWindow::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_banner = new ConnectionBanner(m_control.fleet, m_control.hosts, content);
    auto *bannerPlace = new QWidget(content); // the banner hides itself, the place is hidden by page
    auto *bannerLayout = new QVBoxLayout(bannerPlace);
    bannerLayout->setContentsMargins(0, 0, 0, 0);
    bannerLayout->addWidget(m_banner);
    layout->addWidget(bannerPlace);
    m_deck = new PageDeck(m_control, m_store, m_clock, content);
    layout->addWidget(m_deck, 1);
    m_activity = new ActivityBar(m_control.fleet, *m_log, *m_deployments, m_actions->activity, content);
    layout->addWidget(m_activity);
    connect(m_deck, &PageDeck::pageShown, bannerPlace,
            [bannerPlace](PageId page) { bannerPlace->setVisible(needsBanner(page)); });
    return content;
}

void MainWindow::connectActions()
{
    for (int i = 0; i < pageCount; ++i) {
        const auto page = PageId(i);
        connect(m_actions->page(page), &QAction::triggered, this, [this, page] { showPage(page); });
    }
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_actions->find, &QAction::triggered, m_deck, &PageDeck::focusSearch);
    connect(m_actions->refresh, &QAction::triggered, this, &MainWindow::reconnect);
    connect(m_actions->activity, &QAction::triggered, this, &MainWindow::openActivity);
    connect(m_actions->addHost, &QAction::triggered, m_deck, &PageDeck::addHost);
    connect(m_actions->preferences, &QAction::triggered, this, [this] { showPage(PageId::settings); });
    connect(m_actions->help, &QAction::triggered, this, [this] { openHelp(false); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { openHelp(true); });
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::openAbout);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &QTabBar::currentChanged, this, [this](int index) { showPage(PageId(index)); });
    connect(m_deck, &PageDeck::pageShown, this, [this](PageId page) {
        const QSignalBlocker quiet(m_sidebar);
        m_sidebar->setCurrent(page);
        m_store.uiState().setValue(pageKey, pageName(page));
        setWindowTitle(tr("%1 – Mediahelm", "page").arg(pageTitle(page)));
    });
    connect(m_switcher, &HostSwitcher::scopeChanged, this, [this](const std::optional<base::HostId> &host) {
        m_deck->setScope(host);
        m_banner->setScope(host);
        m_activity->setScope(host);
        m_store.uiState().setValue(hostKey, host ? host->text() : QString());
    });
    connect(m_deck, &PageDeck::scopeWanted, m_switcher, &HostSwitcher::setScope);
    connect(m_deck, &PageDeck::notice, this, [this](const QString &text) { m_toast->tell(text); });
    connect(m_deck, &PageDeck::aboutAsked, this, &MainWindow::openAbout);
    connect(m_banner, &ConnectionBanner::hostsAsked, this, [this] { showPage(PageId::hosts); });
    control::Fleet &fleet = m_control.fleet;
    m_calmTimer.setSingleShot(true);
    connect(&m_calmTimer, &QTimer::timeout, this, &MainWindow::updateTrouble);
    connect(&fleet, &control::Fleet::hostAdded, this, &MainWindow::updateTrouble);
    connect(&fleet, &control::Fleet::hostRemoved, this, &MainWindow::updateTrouble);
    connect(&fleet, &control::Fleet::hostChanged, this, &MainWindow::updateTrouble);
    connect(&fleet, &control::Fleet::containersChanged, this, &MainWindow::updateTrouble);
}

void MainWindow::restoreState()
{
    settings::UiState &state = m_store.uiState();
    resize(1180, 760);
    restoreGeometry(state.bytes(geometryKey));
    if (const base::Result<base::HostId> host = base::HostId::parse(state.text(hostKey)))
        m_switcher->setScope(*host);
    const QString start = state.text(startPageKey, QStringLiteral("last"));
    const PageId last = pageFromName(state.text(pageKey), PageId::overview);
    const PageId first = pageFromName(start, last);
    m_sidebar->setCurrent(first);
    showPage(first);
}

void MainWindow::keepState()
{
    m_store.uiState().setBytes(geometryKey, saveGeometry());
    m_store.uiState().flush();
}

void MainWindow::showPage(PageId page)
{
    m_deck->showPage(page);
}

void MainWindow::setKeychainText(const QString &text)
{
    m_deck->setKeychainText(text);
}

void MainWindow::updateLive()
{
    const bool live = m_sight->seen();
    m_deck->setLive(live);
    m_banner->setLive(live);
}

void MainWindow::followDeployments()
{
    m_log->follow(*m_deployments);
    connect(m_activity, &ActivityBar::deploymentAsked, this,
            [this] { m_deck->showDeployment(m_deployments->firstFolder()); });
    connect(m_deployments, &DeploymentWatch::ended, this,
            [this](const QString &folder, const model::DeploymentProgress &progress) {
                if (m_deck->showsDeployment(folder))
                    return;
                m_told = folder;
                m_toast->tell(deploymentEnd(progress), tr("Show report"));
            });
    connect(m_toast, &Toast::actionTriggered, this, [this] { m_deck->showDeployment(m_told); });
}

void MainWindow::askBeforeClosing()
{
    ConfirmDialog::Content content;
    content.title = tr("Quit");
    content.question = tr("Quit while a deployment runs?");
    content.objects = m_deployments->runningLines();
    content.consequence = tr("It is cut short where it stands, and services may be down until then: when the workspace "
                             "is opened again, it is offered to be finished, forward or back.");
    content.verb = tr("Quit all the same");
    content.objectsName = tr("Deployments that run");
    auto *dialog = new ConfirmDialog(content, this);
    connect(dialog, &ConfirmDialog::confirmed, this, [this] {
        m_mayClose = true;
        close();
    });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_deployments->anyRunning() && !m_mayClose) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    keepState();
    QMainWindow::closeEvent(event);
}

void MainWindow::updateTrouble()
{
    TroubleCount services;
    int hosts = 0;
    const QList<control::HostStatus> all = m_control.fleet.hosts();
    for (const control::HostStatus &status : all) {
        const model::ConnectionState &state = status.connection;
        if (state.stale()) {
            const bool counts = state.phase != model::ConnectionPhase::connecting
                && state.problem != model::ConnectionProblem::disconnectedByUser;
            hosts += counts ? 1 : 0;
            continue;
        }
        services.add(m_control.fleet.containers(status.profile.id));
    }
    services.schedule(m_calmTimer);
    m_sidebar->setBadge(PageId::services, services.services());
    m_sidebar->setBadge(PageId::hosts, hosts);
}

QList<QAction *> MainWindow::paletteActions() const
{
    QList<QAction *> actions = m_actions->all() + m_deck->pageActions();
    actions.removeOne(m_actions->palette); // it is open
    return actions;
}

void MainWindow::openPalette()
{
    auto *palette = new CommandPalette(paletteActions(), m_control.fleet, this);
    connect(palette, &CommandPalette::serviceChosen, m_deck, &PageDeck::openService);
    connect(palette, &CommandPalette::hostChosen, m_switcher, &HostSwitcher::setScope);
    palette->open();
}

void MainWindow::openHelp(bool shortcuts)
{
    auto *dialog = new HelpDialog(m_actions->all() + m_deck->pageActions(),
                                  shortcuts ? HelpDialog::Part::shortcuts : HelpDialog::Part::help, this);
    dialog->open();
}

void MainWindow::openActivity()
{
    auto *dialog = new ActivityDialog(*m_log, this);
    dialog->open();
}

void MainWindow::openAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->open();
}

void MainWindow::reconnect()
{
    const QList<control::HostStatus> all = m_control.fleet.hosts();
    for (const control::HostStatus &status : all) {
        const bool shown = !m_switcher->scope() || *m_switcher->scope() == status.profile.id;
        if (shown && status.connection.stale()) {
            // A failure shows in the host's state.
            (void)m_control.hosts.connectNow(status.profile.id);
        }
    }
}

} // namespace mediahelm::ui
