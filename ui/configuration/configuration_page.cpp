// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/configuration_page.h"

#include "core/settings/recent_workspaces.h"
#include "core/settings/ui_state.h"
#include "ui/configuration/manifest_dialog.h"
#include "ui/configuration/start_view.h"
#include "ui/configuration/take_over_dialog.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/setup/setup_dialog.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

const QString fileKey = QStringLiteral("configuration.file");
const QString formKey = QStringLiteral("configuration.form");

} // namespace

ConfigurationPage::ConfigurationPage(control::Configurations &configurations, settings::UiState &state, QWidget *parent)
    : QWidget(parent)
    , m_configurations(configurations)
    , m_state(state)
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_start(new StartView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::small);
    makePageHead(tr("Configuration"), layout);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_start);
    m_start->setRecent(settings::RecentWorkspaces(m_state).folders());
    connect(m_start, &StartView::openAsked, this, &ConfigurationPage::choose);
    connect(m_start, &StartView::shown, this, &ConfigurationPage::lookAtRunning);
    connect(m_start, &StartView::folderAsked, this, &ConfigurationPage::openWorkspace);
    connect(m_start, &StartView::manifestAsked, this, &ConfigurationPage::openWithManifest);
    if (const QString last = settings::RecentWorkspaces(m_state).open(); !last.isEmpty())
        openWorkspace(last);
}

ConfigurationPage::~ConfigurationPage() = default;

void ConfigurationPage::setSecrets(control::SecretDesk *secrets)
{
    m_secrets = secrets;
    if (m_editor)
        m_editor->setSecrets(secrets);
}

void ConfigurationPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ConfigurationPage::openWorkspace);
    dialog->open();
}

void ConfigurationPage::offerSetup(control::WorkspaceSetup &setup)
{
    m_setup = &setup;
    m_start->setNewOffered(true);
    connect(m_start, &StartView::newAsked, this, &ConfigurationPage::makeWorkspace);
    connect(m_start, &StartView::takeOverAsked, this, &ConfigurationPage::takeOver);
    if (m_editor)
        m_editor->offerCatalog();
}

void ConfigurationPage::lookAtRunning()
{
    control::Adoption *adoption = m_configurations.adoption();
    if (!adoption || m_lookingAtRunning)
        return;
    m_lookingAtRunning = true;
    adoption->look().then(this, [this](const base::Result<control::RunningHere> &running) {
        m_lookingAtRunning = false;
        if (running)
            m_start->setRunning(*running);
    });
}

void ConfigurationPage::makeWorkspace()
{
    const QString proposed = QDir::homePath() + QStringLiteral("/media/config");
    auto *dialog = new SetupDialog(*m_setup, SetupDialog::Purpose::newWorkspace, proposed, this);
    connect(dialog, &SetupDialog::notice, this, &ConfigurationPage::notice);
    connect(dialog, &SetupDialog::made, this, &ConfigurationPage::openMade);
    dialog->open();
}

void ConfigurationPage::takeOver()
{
    control::Adoption *adoption = m_configurations.adoption();
    if (!adoption || !m_setup)
        return;
    auto *dialog = new TakeOverDialog(*adoption, *m_setup, this);
    connect(dialog, &TakeOverDialog::made, this, [this](const control::SetupOutcome &outcome) {
        openMade(outcome);
        tellLeft({tr("The container keeps its name until it is removed; remove it before the workspace is applied.")});
    });
    dialog->open();
}

void ConfigurationPage::openWithManifest(const control::RunningProject &project)
{
    control::Adoption *adoption = m_configurations.adoption();
    if (!adoption)
        return;
    auto *dialog = new ManifestDialog(*adoption, project, this);
    connect(dialog, &ManifestDialog::written, this, &ConfigurationPage::openWorkspace);
    dialog->open();
}

void ConfigurationPage::openMade(const control::SetupOutcome &outcome)
{
    openWorkspace(outcome.folder);
    Q_EMIT notice(tr("Made the workspace %1").arg(outcome.project));
    tellLeft(outcome.warnings);
}

void ConfigurationPage::addServices()
{
    if (!m_editor || !m_setup)
        return;
    auto *dialog = new SetupDialog(*m_setup, SetupDialog::Purpose::moreServices, m_editor->folder(), this);
    connect(dialog, &SetupDialog::notice, this, &ConfigurationPage::notice);
    connect(dialog, &SetupDialog::made, this, [this](const control::SetupOutcome &outcome) {
        if (m_editor && m_editor->folder() == outcome.folder)
            m_editor->showNew(outcome.files);
        tellLeft(outcome.warnings);
    });
    dialog->open();
}

// What a new workspace leaves to be done by hand.
void ConfigurationPage::tellLeft(const QStringList &left)
{
    QStringList lines;
    for (const QString &line : left)
        lines.append(inOurWords(line));
    if (!lines.isEmpty())
        m_message->tell(Tone::warning, tr("Some of it is left to you"), lines.join(u'\n'));
}

void ConfigurationPage::openWorkspace(const QString &folder)
{
    const int asked = ++m_asked;
    m_message->withdraw();
    m_configurations.open(folder).then(
        this, [this, folder, asked](const base::Result<std::shared_ptr<control::Configuration>> &opened) {
            if (asked == m_asked)
                take(folder, opened);
        });
}

void ConfigurationPage::take(const QString &folder, const base::Result<std::shared_ptr<control::Configuration>> &opened)
{
    if (!opened) {
        m_message->tell(wordsFor(opened.error(), tr("Could not open %1").arg(folder)));
        return;
    }
    closeWorkspace();
    m_editor = new WorkspaceEditor(*opened, this);
    m_stack->addWidget(m_editor);
    m_stack->setCurrentWidget(m_editor);
    connect(m_editor, &WorkspaceEditor::notice, this, &ConfigurationPage::notice);
    connect(m_editor, &WorkspaceEditor::closeAsked, this, &ConfigurationPage::closeWorkspace);
    connect(m_editor, &WorkspaceEditor::servicesAsked, this, &ConfigurationPage::addServices);
    if (control::Adoption *adoption = m_configurations.adoption())
        m_editor->offerImport(*adoption);
    if (m_setup)
        m_editor->offerCatalog();
    connect(m_editor, &WorkspaceEditor::applyAsked, this, [this] { Q_EMIT applyAsked(m_editor->folder()); });
    m_editor->openFirst(m_state.text(fileKey));
    connect(m_editor, &WorkspaceEditor::fileShown, this,
            [this](const QString &path) { m_state.setValue(fileKey, path); });
    m_editor->setSecrets(m_secrets);
    m_editor->showForm(m_state.value(formKey).toBool(true));
    connect(m_editor, &WorkspaceEditor::formShown, this, [this](bool shown) { m_state.setValue(formKey, shown); });
    settings::RecentWorkspaces(m_state).setOpen((*opened)->facts().folder);
}

void ConfigurationPage::closeWorkspace()
{
    settings::RecentWorkspaces workspaces(m_state);
    workspaces.close();
    if (!m_editor)
        return;
    m_stack->setCurrentWidget(m_start);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    m_start->setRecent(workspaces.folders());
}

void ConfigurationPage::focusSearch()
{
    if (m_editor)
        m_editor->find();
}

QList<QAction *> ConfigurationPage::pageActions() const
{
    return m_editor ? m_editor->actions() : QList<QAction *>();
}

} // namespace mediahelm::ui
