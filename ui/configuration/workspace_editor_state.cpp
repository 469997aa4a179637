// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/completion_list.h"
#include "ui/configuration/conflict_dialog.h"
#include "ui/configuration/editor_actions.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/file_work.h"
#include "ui/configuration/find_bar.h"
#include "ui/configuration/form/form_pane.h"
#include "ui/configuration/form_link.h"
#include "ui/configuration/import_dialog.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/problem_model.h"
#include "ui/configuration/problems_pane.h"
#include "ui/configuration/secret_link.h"
#include "ui/configuration/secrets/secrets_pane.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/variable_link.h"
#include "ui/configuration/variables_pane.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/style/format.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDir>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTreeView>

namespace mediahelm::ui {

using control::Draft;

void WorkspaceEditor::updateFacts()
{
    const control::ConfigurationFacts &facts = m_configuration->facts();
    const QString home = QDir::homePath();
    const QString folder = facts.folder.startsWith(home + u'/') ? u'~' + facts.folder.mid(home.size()) : facts.folder;
    m_name->setText(facts.name.isEmpty() ? folder : tr("%1 – %2", "project, folder").arg(facts.name, folder));
    m_command->setText(facts.command);
    m_treeModel->setFiles(facts.files);
    m_tree->expandAll();
    updateFile();
}

void WorkspaceEditor::updateProblems()
{
    const QList<model::Diagnostic> &problems = m_configuration->diagnostics();
    m_problems->setProblems(problems);
    m_treeModel->setProblems(problems);
    m_variables->refresh();
    m_secrets->refresh();
    const int errors = m_problems->model().count(model::Severity::error);
    const int warnings = m_problems->model().count(model::Severity::warning);
    QStringList parts;
    if (errors)
        parts.append(tr("%n errors", nullptr, errors));
    if (warnings)
        parts.append(tr("%n warnings", nullptr, warnings));
    m_tabs->setTabText(0, parts.isEmpty() ? tr("Problems") : tr("Problems: %1").arg(parts.join(QStringLiteral(", "))));
}

void WorkspaceEditor::updateFile()
{
    const QSet<QString> unsaved = m_files->unsaved();
    m_treeModel->setUnsaved(unsaved);
    OpenFile *file = m_files->current();
    const bool here = file && file->isUnsaved();
    const bool able = here && !file->isSaving() && !file->conflict();
    m_actions->save->setEnabled(able);
    m_save->setEnabled(able);
    m_actions->revert->setEnabled(here);
    m_revert->setEnabled(here);
    m_actions->saveAll->setEnabled(!unsaved.isEmpty());
    m_problems->setChecked(!file || file->isChecked());
    m_path->setText(!file ? tr("Choose a file") : here ? tr("%1 – not saved").arg(file->path()) : file->path());
    m_findBar->setEditor(file ? &file->editor() : nullptr);
    if (file) {
        const QModelIndex index = m_treeModel->indexOf(file->path());
        if (index.isValid() && m_tree->currentIndex() != index)
            m_tree->setCurrentIndex(index);
        Q_EMIT fileShown(file->path());
    }
    updateCursor();
    updateMessage();
}

void WorkspaceEditor::updateCursor()
{
    const OpenFile *file = m_files->current();
    if (!file) {
        m_place->clear();
        return;
    }
    const model::Place place = file->editor().cursorPlace();
    m_place->setText(tr("Line %1, column %2").arg(place.line).arg(place.column));
}

void WorkspaceEditor::updateMessage()
{
    const OpenFile *file = m_files->current();
    const QString kind = !file ? QString()
        : file->conflict()     ? QStringLiteral("conflict")
        : file->isLocked()     ? QStringLiteral("locked")
                               : QString();
    const QString state = file ? kind + u':' + file->path() : QString();
    if (m_message->property("state").toString() == state)
        return;
    m_message->setProperty("state", state);
    m_completions->withdraw(); // what it points to moves
    if (kind == u"conflict") {
        m_message->setDismissible(false);
        m_message->tell(Tone::warning, tr("Another program changed this file on disk"),
                        tr("Your text is not saved until you have decided what becomes of both."));
        m_message->setAction(tr("Compare…"));
    } else if (kind == u"locked") {
        m_message->setDismissible(false);
        m_message->tell(Tone::info, tr("This file can only be read"),
                        tr("It is not UTF-8 text, and editing it here would damage it."));
        m_message->setAction({});
    } else {
        m_message->withdraw();
    }
}

void WorkspaceEditor::onFailed(const OpenFile *file, const base::Error &error, bool saving)
{
    const QString headline = saving ? tr("Could not save %1") : tr("Could not read %1");
    m_message->setDismissible(true);
    m_message->tell(wordsFor(error, headline.arg(file->path())));
    m_message->setAction({});
    m_message->setProperty("state", QStringLiteral("failed"));
}

void WorkspaceEditor::onMessageAction()
{
    showConflict();
}

void WorkspaceEditor::showConflict()
{
    OpenFile *file = m_files->current();
    if (!file || !file->conflict())
        return;
    control::FileKind kind = control::FileKind::handedOver;
    for (const control::ConfigurationFile &each : m_configuration->facts().files)
        kind = each.path == file->path() ? each.kind : kind;
    const OpenFile::Conflict &conflict = *file->conflict();
    auto *dialog = new ConflictDialog(*m_configuration,
                                      {file->path(), syntaxOf(file->path(), kind), conflict.base, conflict.theirs,
                                       file->editor().bytes(), conflict.gone},
                                      this);
    connect(dialog, &ConflictDialog::mineKept, file, &OpenFile::keepMine);
    connect(dialog, &ConflictDialog::theirsTaken, file, &OpenFile::takeTheirs);
    connect(dialog, &ConflictDialog::merged, file, &OpenFile::takeMerged);
    dialog->open();
}

void WorkspaceEditor::offerDrafts(const QList<Draft> &drafts)
{
    if (drafts.isEmpty())
        return;
    m_drafts = drafts;
    QStringList lines;
    bool withoutSecrets = false;
    for (const Draft &draft : drafts) {
        lines.append(tr("%1, of %2", "file, time").arg(draft.path, formatInstant(draft.at)));
        withoutSecrets = withoutSecrets || draft.withoutSecrets;
    }
    QString text = lines.mid(0, 3).join(u'\n');
    if (withoutSecrets)
        text += u'\n' + tr("The values of secrets in it were not kept.");
    m_drafted->tell(Tone::info, tr("Unsaved work was kept for %n files", nullptr, int(drafts.size())), text);
    m_drafted->setAction(tr("Restore"));
}

void WorkspaceEditor::showForm(bool shown)
{
    m_actions->form->setChecked(shown);
    if (m_form->isHidden() == !shown)
        return;
    m_form->setVisible(shown);
    if (auto *sides = qobject_cast<QSplitter *>(m_form->parentWidget()); sides && shown)
        sides->setSizes({600, 400}); // in proportion
    m_formLink->setOn(shown);
    Q_EMIT formShown(shown);
}

void WorkspaceEditor::saveAll()
{
    const QList<OpenFile *> all = m_files->all();
    for (OpenFile *file : all) {
        if (file->isUnsaved())
            file->save();
    }
}

void WorkspaceEditor::openFirst(const QString &path)
{
    const QList<control::ConfigurationFile> &files = m_configuration->facts().files;
    const control::ConfigurationFile *first = nullptr;
    for (const control::ConfigurationFile &file : files) {
        if (file.path == path)
            first = &file;
        else if (!first
                 || (first->path != path && first->kind != control::FileKind::compose
                     && file.kind == control::FileKind::compose))
            first = &file;
    }
    if (first)
        m_files->open(first->path);
}

void WorkspaceEditor::offerCatalog()
{
    auto *action = new QAction(tr("Add services from the catalog…"), this);
    connect(action, &QAction::triggered, this, &WorkspaceEditor::servicesAsked);
    m_fileWork->offer(action);
}

void WorkspaceEditor::offerImport(control::Adoption &adoption)
{
    auto *action = new QAction(tr("Import a container…"), this);
    connect(action, &QAction::triggered, this, [this, &adoption] {
        auto *dialog = new ImportDialog(adoption, *m_configuration, this);
        connect(dialog, &ImportDialog::imported, this, [this](const QString &path) {
            m_files->open(path);
            Q_EMIT notice(tr("Imported %1").arg(path));
        });
        dialog->open();
    });
    m_fileWork->offer(action);
}

void WorkspaceEditor::showNew(const QStringList &paths)
{
    m_configuration->look();
    for (const QString &path : paths) {
        if (path.startsWith(u"services/"))
            return m_files->open(path);
    }
}

void WorkspaceEditor::find()
{
    if (m_files->current())
        m_findBar->open(false);
}

void WorkspaceEditor::goTo(const QString &path, const model::Span &span)
{
    m_files->open(path, [span](OpenFile &file) {
        file.editor().select(span);
        file.editor().setFocus(Qt::OtherFocusReason);
    });
}

void WorkspaceEditor::showProblem(const model::Diagnostic &problem)
{
    if (problem.file.isEmpty())
        return;
    const model::Place place = problem.place;
    m_files->open(problem.file, [place](OpenFile &file) {
        file.editor().goTo(place);
        file.editor().setFocus(Qt::OtherFocusReason);
    });
}

void WorkspaceEditor::mend(const model::Diagnostic &problem)
{
    if (!problem.fix)
        return;
    const model::DiagnosticFix fix = *problem.fix;
    m_files->open(problem.file, [this, fix](OpenFile &file) {
        // The patches are those of the text that was checked.
        if (file.isLocked() || !file.isChecked())
            return;
        if (file.editor().apply(fix.patches))
            Q_EMIT notice(tr("Mended: %1").arg(inOurWords(fix.title)));
        file.editor().setFocus(Qt::OtherFocusReason);
    });
}

void WorkspaceEditor::connectVariables()
{
    connect(m_variables, &VariablesPane::valueWanted, m_variableLink, &VariableLink::setValue);
    connect(m_variables, &VariablesPane::resetWanted, m_variableLink, &VariableLink::takeOut);
    connect(m_variables, &VariablesPane::noLayer, this,
            [this] { Q_EMIT notice(tr("This workspace has no file of variables")); });
    connect(m_variableLink, &VariableLink::written, m_variables, [this] { m_variables->refuse({}); });
    connect(m_variableLink, &VariableLink::refused, this, [this](const QString &name, const base::Error &error) {
        // Of what does not fit, the words of the schema say what would.
        const bool told = error.kind == base::ErrorKind::invalid;
        m_variables->refuse(told ? inOurWords(error.message)
                                 : wordsFor(error, tr("Could not set %1").arg(name)).oneLine());
    });
}

void WorkspaceEditor::setSecrets(control::SecretDesk *secrets)
{
    m_secrets->setDesk(secrets);
}

void WorkspaceEditor::connectSecrets()
{
    connect(m_secrets, &SecretsPane::notice, this, &WorkspaceEditor::notice);
    connect(m_secrets, &SecretsPane::textsWanted, m_secretLink, &SecretLink::write);
    connect(m_secrets, &SecretsPane::placeAsked, this, [this](const QString &path, const model::Place &place) {
        m_files->open(path, [place](OpenFile &file) {
            file.editor().goTo(place);
            file.editor().setFocus(Qt::OtherFocusReason);
        });
    });
    connect(m_secretLink, &SecretLink::changedMeanwhile, this, [this](const QString &file) {
        Q_EMIT notice(tr("%1 changed meanwhile, and still has the secret. Try again.").arg(file));
    });
}

void WorkspaceEditor::stepPart(bool forward)
{
    QList<QWidget *> parts{m_tree};
    if (const OpenFile *file = m_files->current())
        parts.append(&file->editor());
    if (m_form->isVisible())
        parts.append(m_form);
    parts.append(m_tabs);
    qsizetype at = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QWidget *focus = focusWidget();
        if (focus && (parts.at(i) == focus || parts.at(i)->isAncestorOf(focus)))
            at = i;
    }
    parts.at((at + (forward ? 1 : parts.size() - 1)) % parts.size())->setFocus(Qt::ShortcutFocusReason);
}

} // namespace mediahelm::ui
