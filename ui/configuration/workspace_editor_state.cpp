// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/completion_list.h"
#include "ui/configuration/conflict_dialog.h"
#include "ui/configuration/editor_actions.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/file_work.h"
#include "ui/configuration/find_bar.h"
#include "ui/configuration/import_dialog.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/problem_model.h"
#include "ui/configuration/problems_pane.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/variables_pane.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/style/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDir>
#include <QPushButton>
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
            Q_EMIT notice(tr("Mended: %1").arg(fix.title));
        file.editor().setFocus(Qt::OtherFocusReason);
    });
}

void WorkspaceEditor::setVariable(const QString &file, const QString &name, const QString &value)
{
    m_files->open(file, [this, name, value](OpenFile &layer) {
        if (layer.isLocked())
            return;
        const int generation = layer.editor().generation();
        m_configuration->variableDesk()
            .withValue(layer.editor().bytes(), name, value)
            .then(&layer, [this, &layer, name, generation](const base::Result<QByteArray> &text) {
                if (!text)
                    Q_EMIT notice(wordsFor(text.error(), tr("Could not set %1").arg(name)).oneLine());
                else if (generation == layer.editor().generation())
                    layer.editor().replaceAll(*text);
            });
    });
}

void WorkspaceEditor::stepPart(bool forward)
{
    QList<QWidget *> parts{m_tree};
    if (const OpenFile *file = m_files->current())
        parts.append(&file->editor());
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
