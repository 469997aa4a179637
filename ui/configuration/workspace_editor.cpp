// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/workspace_editor.h"

#include "core/control/check_desk.h"
#include "core/control/text_desk.h"
#include "ui/configuration/completion_list.h"
#include "ui/configuration/editor_actions.h"
#include "ui/configuration/editor_assist.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/file_work.h"
#include "ui/configuration/find_bar.h"
#include "ui/configuration/form/form_pane.h"
#include "ui/configuration/form_link.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/problem_help_dialog.h"
#include "ui/configuration/problems_pane.h"
#include "ui/configuration/save_first.h"
#include "ui/configuration/search_pane.h"
#include "ui/configuration/secret_link.h"
#include "ui/configuration/secrets/secrets_pane.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/variable_link.h"
#include "ui/configuration/variables_pane.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

namespace mediahelm::ui {

using control::Configuration;

WorkspaceEditor::WorkspaceEditor(std::shared_ptr<Configuration> configuration, QWidget *parent)
    : QWidget(parent)
    , m_configuration(std::move(configuration))
    , m_actions(std::make_unique<EditorActions>(this))
    , m_treeModel(new FileTreeModel(this))
    , m_completions(new CompletionList(this))
    , m_files(new OpenFiles(*m_configuration, *m_completions, this))
    , m_drafted(new MessageBar(this))
    , m_message(new MessageBar(this))
    , m_findBar(new FindBar(this))
    , m_problems(new ProblemsPane(this))
    , m_search(new SearchPane(m_configuration->help(), this))
    , m_variables(new VariablesPane(*m_configuration, this))
    , m_secrets(new SecretsPane(*m_configuration, this))
    , m_secretLink(new SecretLink(*m_files, this))
    , m_form(new FormPane(this))
    , m_formLink(new FormLink(*m_configuration, *m_files, *m_form, this))
    , m_variableLink(new VariableLink(*m_configuration, *m_files, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(makeHead());
    layout->addWidget(m_drafted);
    QWidget *tree = makeTree();
    layout->addWidget(m_fileWork->messages());
    auto *right = new QSplitter(Qt::Vertical, this);
    right->addWidget(makeEditor());
    right->addWidget(makeBottom());
    right->setChildrenCollapsible(false);
    right->setStretchFactor(0, 4);
    right->setStretchFactor(1, 1);
    auto *whole = new QSplitter(Qt::Horizontal, this);
    whole->addWidget(tree);
    whole->addWidget(right);
    whole->setChildrenCollapsible(false);
    whole->setStretchFactor(0, 1);
    whole->setStretchFactor(1, 4);
    layout->addWidget(whole, 1);
    layout->addWidget(makeCommand());
    connectWorkspace();
    connectActions();
    updateFacts();
    updateProblems();
    updateFile();
}

WorkspaceEditor::~WorkspaceEditor()
{
    blockSignals(true); // who would hear them is perhaps being destroyed too
    m_files->flush();
}

QList<QAction *> WorkspaceEditor::actions() const
{
    return m_actions->all() + m_fileWork->actions();
}

QWidget *WorkspaceEditor::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *symbol = new SymbolLabel(QStringLiteral("folder_open"), Tone::neutral, head);
    m_name = new ElidedLabel(TextRole::strong, {}, head);
    m_save = new QPushButton(m_actions->save->text(), head);
    m_revert = new QPushButton(m_actions->revert->text(), head);
    m_save->setDefault(true);
    auto *apply = new QPushButton(m_actions->apply->icon(), m_actions->apply->text(), head);
    apply->setToolTip(tr("See what applying these files would do, then do it"));
    auto *close = new QToolButton(head);
    close->setIcon(symbolIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the workspace"));
    close->setAccessibleName(close->toolTip());
    layout->addWidget(symbol);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_revert);
    layout->addWidget(m_save);
    layout->addWidget(apply);
    layout->addWidget(close);
    connect(m_save, &QPushButton::clicked, m_actions->save, &QAction::trigger);
    connect(m_revert, &QPushButton::clicked, m_actions->revert, &QAction::trigger);
    connect(apply, &QPushButton::clicked, m_actions->apply, &QAction::trigger);
    connect(close, &QToolButton::clicked, this, &WorkspaceEditor::closeAsked);
    return head;
}

QWidget *WorkspaceEditor::makeTree()
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2, 4, 2, 4);
    m_tree = new QTreeView(card);
    m_tree->setObjectName(QStringLiteral("configuration.files"));
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setModel(m_treeModel);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(space::small);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setMinimumWidth(130);
    m_fileWork = new FileWork(*m_configuration, *m_files, *m_treeModel, *m_tree, this);
    layout->addWidget(m_fileWork->makeTools(card));
    layout->addWidget(m_tree);
    connect(m_fileWork, &FileWork::notice, this, &WorkspaceEditor::notice);
    connect(m_treeModel, &QAbstractItemModel::modelReset, m_tree, &QTreeView::expandAll);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QString path = m_treeModel->path(index);
        if (!path.isEmpty())
            m_files->open(path);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (!m_treeModel->path(index).isEmpty() && m_files->current())
            m_files->current()->editor().setFocus(Qt::OtherFocusReason);
    });
    return card;
}

QWidget *WorkspaceEditor::makeEditor()
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    auto *head = new QWidget(card);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::medium, space::tiny, space::medium, space::tiny);
    m_path = new ElidedLabel(TextRole::strong, {}, head);
    m_place = makeText(TextRole::caption, {}, head);
    row->addWidget(m_path, 1);
    row->addWidget(m_place);
    layout->addWidget(head);
    auto *form = new QToolButton(head);
    form->setDefaultAction(m_actions->form);
    form->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    form->setAutoRaise(true);
    row->addWidget(form);
    auto *sides = new QSplitter(Qt::Horizontal, card);
    sides->addWidget(m_files);
    sides->addWidget(m_form);
    sides->setChildrenCollapsible(false);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    layout->addWidget(m_message);
    layout->addWidget(sides, 1);
    layout->addWidget(m_findBar);
    m_files->setMinimumSize(160, 44);
    m_form->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    m_form->hide();
    return card;
}

QWidget *WorkspaceEditor::makeBottom()
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    m_tabs = new QTabBar(card);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Below the editor"));
    m_tabs->addTab(tr("Problems"));
    m_tabs->addTab(tr("Find in all files"));
    m_tabs->addTab(tr("Variables"));
    m_tabs->addTab(tr("Secrets"));
    m_bottom = new QStackedWidget(card);
    m_bottom->addWidget(m_problems);
    m_bottom->addWidget(m_search);
    m_bottom->addWidget(m_variables);
    m_bottom->addWidget(m_secrets);
    layout->addWidget(m_tabs);
    layout->addWidget(m_bottom, 1);
    card->setMinimumHeight(112);
    connect(m_tabs, &QTabBar::currentChanged, m_bottom, &QStackedWidget::setCurrentIndex);
    return card;
}

QWidget *WorkspaceEditor::makeCommand()
{
    auto *strip = new QWidget(this);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    auto *symbol = new SymbolLabel(QStringLiteral("terminal"), Tone::neutral, strip);
    m_command = new ElidedLabel(TextRole::fixed, {}, strip);
    m_command->setObjectName(QStringLiteral("configuration.command"));
    auto *copy = new QToolButton(strip);
    copy->setIcon(symbolIcon(QStringLiteral("content_copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the command that starts this workspace without Mediahelm"));
    copy->setAccessibleName(copy->toolTip());
    layout->addWidget(symbol);
    layout->addWidget(m_command, 1);
    layout->addWidget(copy);
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_configuration->facts().command);
        Q_EMIT notice(tr("Copied the command. Run it in %1").arg(folder()));
    });
    return strip;
}

void WorkspaceEditor::connectWorkspace()
{
    Configuration *workspace = m_configuration.get();
    connect(workspace, &Configuration::factsChanged, this, &WorkspaceEditor::updateFacts);
    connect(workspace, &Configuration::diagnosed, this, &WorkspaceEditor::updateProblems);
    connect(workspace, &Configuration::failed, this, [this](const base::Error &error) {
        m_drafted->tell(wordsFor(error, tr("The workspace cannot be read")));
        m_drafted->setAction({});
    });
    connect(m_files, &OpenFiles::currentFileChanged, this, &WorkspaceEditor::updateFile);
    connect(m_files, &OpenFiles::changed, this, &WorkspaceEditor::updateFile);
    connect(m_files, &OpenFiles::cursorMoved, this, &WorkspaceEditor::updateCursor);
    connect(m_files, &OpenFiles::failed, this, &WorkspaceEditor::onFailed);
    connect(m_files, &OpenFiles::saved, this,
            [this](const OpenFile *file) { Q_EMIT notice(tr("Saved %1").arg(file->path())); });
    connect(m_files, &OpenFiles::nothingFound, this,
            [this] { Q_EMIT notice(tr("Nothing here is defined elsewhere")); });
    connect(m_files, &OpenFiles::targetFound, this,
            [this](const control::TextTarget &target) { goTo(target.file, target.span); });
    connect(m_problems, &ProblemsPane::problemAsked, this, &WorkspaceEditor::showProblem);
    connect(m_problems, &ProblemsPane::fixAsked, this, &WorkspaceEditor::mend);
    connect(m_problems, &ProblemsPane::helpAsked, this,
            [this](const QString &code) { (new ProblemHelpDialog(code, this))->show(); });
    connect(m_problems, &ProblemsPane::checkAsked, this, [this] { m_configuration->checkDesk().checkNow(); });
    connect(workspace, &Configuration::checksChanged, this,
            [this] { m_problems->setChecks(m_configuration->checkDesk().checks()); });
    m_problems->setChecks(m_configuration->checkDesk().checks());
    connectVariables();
    connectSecrets();
    connect(m_search, &SearchPane::placeAsked, this, &WorkspaceEditor::goTo);
    connect(m_message, &MessageBar::actionTriggered, this, &WorkspaceEditor::onMessageAction);
    connect(m_drafted, &MessageBar::actionTriggered, this, [this] {
        m_drafted->withdraw();
        for (const control::Draft &draft : std::as_const(m_drafts))
            m_files->restore(draft);
        m_drafts.clear();
    });
    m_configuration->textDesk().drafts().then(this, [this](const base::Result<QList<control::Draft>> &drafts) {
        if (drafts)
            offerDrafts(*drafts);
    });
}

void WorkspaceEditor::connectActions()
{
    const auto onFile = [this](QAction *action, auto &&act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (OpenFile *file = m_files->current())
                act(*file);
        });
    };
    const auto onAssist = [this](QAction *action, auto &&act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (EditorAssist *assist = m_files->assist())
                act(*assist);
        });
    };
    onFile(m_actions->save, [](OpenFile &file) { file.save(); });
    onFile(m_actions->revert, [](OpenFile &file) { file.revert(); });
    onFile(m_actions->replace, [this](OpenFile &) { m_findBar->open(true); });
    onAssist(m_actions->complete, [](EditorAssist &assist) { assist.complete(); });
    onAssist(m_actions->explain, [](EditorAssist &assist) { assist.explainAtCursor(); });
    onAssist(m_actions->definition, [](EditorAssist &assist) { assist.goToDefinition(); });
    connect(m_actions->form, &QAction::toggled, this, &WorkspaceEditor::showForm);
    connect(m_actions->saveAll, &QAction::triggered, this, &WorkspaceEditor::saveAll);
    auto *saveFirst = new SaveFirst(*m_files, this);
    connect(m_actions->apply, &QAction::triggered, saveFirst, &SaveFirst::begin);
    connect(saveFirst, &SaveFirst::ready, this, &WorkspaceEditor::applyAsked);
    connect(m_actions->find, &QAction::triggered, this, &WorkspaceEditor::find);
    connect(m_actions->findInAll, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(1);
        const OpenFile *file = m_files->current();
        m_search->focusSearch(file ? file->editor().selectedText() : QString());
    });
    connect(m_actions->nextProblem, &QAction::triggered, this, [this] { m_problems->step(true); });
    connect(m_actions->previousProblem, &QAction::triggered, this, [this] { m_problems->step(false); });
    connect(m_actions->nextPart, &QAction::triggered, this, [this] { stepPart(true); });
    connect(m_actions->previousPart, &QAction::triggered, this, [this] { stepPart(false); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (OpenFile *file = m_files->current())
            file->editor().setFocus(Qt::OtherFocusReason);
    });
}

} // namespace mediahelm::ui
