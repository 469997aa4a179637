// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revisions_page.h"

#include "core/settings/recent_workspaces.h"
#include "core/settings/ui_state.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/plan_view.h"
#include "ui/deployments/progress_view.h"
#include "ui/revisions/revision_detail.h"
#include "ui/revisions/revision_list.h"
#include "ui/revisions/store_damage_bar.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace mediahelm::ui {

using control::WorkspaceDeployments;

namespace {

QString shownFolder(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

} // namespace

RevisionsPage::RevisionsPage(control::Deployments &deployments, settings::UiState &state, QWidget *parent)
    : QWidget(parent)
    , m_all(deployments)
    , m_state(state)
    , m_damage(new StoreDamageBar(this))
    , m_interrupted(new MessageBar(this))
    , m_running(new MessageBar(this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_plan(new PlanView(this))
    , m_progress(new ProgressView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::small);
    layout->addWidget(makeHead());
    for (MessageBar *bar : {static_cast<MessageBar *>(m_damage), m_interrupted, m_running, m_message})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_interrupted->setDismissible(false);
    m_empty->setContent(QStringLiteral("difference"), tr("No workspace is open"),
                        tr("Open one in Configuration: here is then what was applied and kept of it, and the way back "
                           "to any of that."),
                        tr("Open Configuration"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeHistory());
    m_stack->addWidget(m_plan);
    m_stack->addWidget(m_progress);
    connectParts();
    fillWorkspaces();
    showView(m_empty);
    follow();
}

RevisionsPage::~RevisionsPage() = default;

QWidget *RevisionsPage::makeHead()
{
    auto *head = new QWidget(this);
    m_workspaces = new QComboBox(head);
    m_workspaces->setObjectName(QStringLiteral("revisions.workspace"));
    m_workspaces->setAccessibleName(tr("Workspace"));
    m_workspaces->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_workspaces->setMinimumContentsLength(12);
    guardWheel(m_workspaces);
    m_save = new QPushButton(symbolIcon(QStringLiteral("bookmark")), tr("Save point…"), head);
    m_save->setObjectName(QStringLiteral("revisions.savePoint"));
    m_apply = new QPushButton(tr("Apply…"), head);
    m_apply->setObjectName(QStringLiteral("revisions.apply"));
    m_apply->setDefault(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    head->setMinimumHeight(std::max(32, fontMetrics().height() + 14)); // as on other pages: titles stand still
    row->addWidget(makeText(TextRole::title, tr("Revisions"), head));
    row->addStretch(1);
    row->addWidget(m_workspaces, 2);
    row->addWidget(m_save);
    row->addWidget(m_apply);
    return head;
}

QWidget *RevisionsPage::makeHistory()
{
    m_history = new QSplitter(Qt::Horizontal, this);
    m_list = new RevisionList(m_history);
    m_detail = new RevisionDetail(m_history);
    m_history->addWidget(m_list);
    m_history->addWidget(m_detail);
    m_history->setChildrenCollapsible(false);
    m_history->setStretchFactor(0, 2);
    m_history->setStretchFactor(1, 3);
    return m_history;
}

void RevisionsPage::connectParts()
{
    connect(m_empty, &EmptyState::activated, this, &RevisionsPage::configurationAsked);
    connect(m_workspaces, &QComboBox::activated, this,
            [this](int index) { openWorkspace(m_workspaces->itemData(index).toString()); });
    connect(m_save, &QPushButton::clicked, this, &RevisionsPage::askSavePoint);
    connect(m_apply, &QPushButton::clicked, this, [this] { apply(folder()); });
    connect(m_interrupted, &MessageBar::actionTriggered, this, &RevisionsPage::finishInterrupted);
    connect(m_running, &MessageBar::actionTriggered, this, [this] { showDeployment(folder()); });
    connect(m_running, &MessageBar::dismissed, this, [this] { m_endSeen = true; });
    connect(m_list, &RevisionList::chosenChanged, this, &RevisionsPage::onChosen);
    connectDamage();
    connect(m_list, &RevisionList::loaded, this, [this] { m_detail->setVisible(!m_list->isEmpty()); });
    connect(m_detail, &RevisionDetail::historyAsked, m_list, &RevisionList::searchPath);
    connect(m_detail, &RevisionDetail::rollBackAsked, this, &RevisionsPage::rollBack);
    connect(m_detail, &RevisionDetail::tagAsked, this, &RevisionsPage::askTag);
    connect(m_detail, &RevisionDetail::untagAsked, this, &RevisionsPage::removeTag);
    connect(m_plan, &PlanView::left, this, &RevisionsPage::showHistory);
    connect(m_plan, &PlanView::started, this, [this] { showDeployment(folder()); });
    connect(m_plan, &PlanView::notice, this, &RevisionsPage::notice);
    connect(m_progress, &ProgressView::left, this, &RevisionsPage::showHistory);
    connect(m_progress, &ProgressView::configurationAsked, this, &RevisionsPage::configurationAsked);
    connect(&m_state, &settings::UiState::changed, this, [this](const QString &key) {
        if (key == settings::RecentWorkspaces::recentKey())
            fillWorkspaces();
        else if (key == settings::RecentWorkspaces::openKey())
            follow();
    });
}

void RevisionsPage::fillWorkspaces()
{
    QStringList folders = settings::RecentWorkspaces(m_state).folders();
    if (m_deployments && !folders.contains(folder()))
        folders.prepend(folder());
    m_workspaces->clear();
    for (const QString &each : std::as_const(folders)) {
        m_workspaces->addItem(symbolIcon(QStringLiteral("folder")), shownFolder(each), each);
        m_workspaces->setItemData(m_workspaces->count() - 1, Qt::convertFromPlainText(each), Qt::ToolTipRole);
    }
    m_workspaces->setCurrentIndex(int(folders.indexOf(folder())));
    m_workspaces->setVisible(!folders.isEmpty());
}

// One that is closed there stays here.
void RevisionsPage::follow()
{
    const QString open = settings::RecentWorkspaces(m_state).open();
    if (!open.isEmpty() && open != folder())
        openWorkspace(open);
}

void RevisionsPage::letGo()
{
    m_plan->close();
    m_progress->close();
    m_detail->setDesk(nullptr);
    m_list->setDesk(nullptr);
    m_damage->setDesk(nullptr);
    if (m_deployments)
        disconnect(m_deployments.get(), nullptr, this, nullptr);
    m_deployments.reset();
    m_folder.clear();
}

void RevisionsPage::openWorkspace(const QString &folder)
{
    if (folder.isEmpty() || folder == m_folder)
        return;
    const std::shared_ptr<WorkspaceDeployments> found = m_all.of(folder);
    if (found == m_deployments) // by another way to the same folder
        return;
    // It may be the one that goes.
    const QString asked = folder; // NOLINT(performance-unnecessary-copy-initialization)
    letGo();
    m_deployments = found;
    m_folder = asked;
    m_endSeen = true;
    connect(m_deployments.get(), &WorkspaceDeployments::progressed, this, [this] {
        m_endSeen = false;
        updateBars();
    });
    connect(m_deployments.get(), &WorkspaceDeployments::ended, this, [this] {
        m_endSeen = m_stack->currentWidget() == m_progress && isVisible();
        updateBars();
        lookForInterrupted();
    });
    m_message->withdraw();
    m_damage->setDesk(&m_deployments->revisions());
    m_detail->setDesk(&m_deployments->revisions());
    m_list->setDesk(&m_deployments->revisions());
    fillWorkspaces();
    showHistory();
    lookForInterrupted();
}

void RevisionsPage::showView(QWidget *view)
{
    m_stack->setCurrentWidget(view);
    const bool history = view == m_history;
    m_save->setVisible(history);
    m_apply->setVisible(history);
    m_workspaces->setEnabled(history || view == m_empty);
    updateBars();
}

void RevisionsPage::showHistory()
{
    m_plan->close();
    showView(m_deployments ? static_cast<QWidget *>(m_history) : m_empty);
}

void RevisionsPage::apply(const QString &folder)
{
    openWorkspace(folder);
    if (!m_deployments)
        return;
    if (m_deployments->isRunning()) {
        showDeployment(folder);
        return;
    }
    m_message->withdraw();
    showView(m_plan);
    m_plan->open(m_deployments);
}

void RevisionsPage::rollBack(const model::Revision &revision)
{
    if (!m_deployments)
        return;
    m_message->withdraw();
    showView(m_plan);
    m_plan->open(m_deployments, revision);
}

void RevisionsPage::showDeployment(const QString &folder)
{
    openWorkspace(folder);
    if (!m_deployments || !m_deployments->progress()) {
        showHistory();
        return;
    }
    m_plan->close();
    m_endSeen = !m_deployments->isRunning();
    m_progress->open(m_deployments);
    showView(m_progress);
}

bool RevisionsPage::canSearch() const
{
    return m_stack->currentWidget() == m_history;
}

bool RevisionsPage::showsDeployment(const QString &folder) const
{
    return m_stack->currentWidget() == m_progress && (folder == m_folder || folder == m_deployments->folder());
}

void RevisionsPage::focusSearch()
{
    m_list->focusSearch();
}

void RevisionsPage::onChosen()
{
    const QList<model::Revision> chosen = m_list->chosen();
    // Of more than two the ends are compared.
    m_detail->setRevisions(chosen.size() > 2 ? QList<model::Revision>{chosen.constFirst(), chosen.constLast()}
                                             : chosen);
}

} // namespace mediahelm::ui
