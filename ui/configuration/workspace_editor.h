// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/secret_desk.h"
#include "core/control/text_help.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace mediahelm::ui {

class CompletionList;
class EditorActions;
class ElidedLabel;
class FileTreeModel;
class FileWork;
class FindBar;
class FormLink;
class FormPane;
class MessageBar;
class OpenFile;
class OpenFiles;
class ProblemsPane;
class SearchPane;
class SecretLink;
class SecretsPane;
class VariableLink;
class VariablesPane;

// A workspace that is open: its files, the editor, what is wrong in them, and the command that they make. Owned by the
// Configuration page; main thread. Unsaved work is kept by the workspace when it ends.
class WorkspaceEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceEditor(std::shared_ptr<control::Configuration> configuration, QWidget *parent = nullptr);
    ~WorkspaceEditor() override;

    QString folder() const { return m_configuration->facts().folder; }
    QList<QAction *> actions() const;
    OpenFiles &files() const { return *m_files; }
    void openFirst(const QString &path); // that file, or the first one where it is not there
    void find(); // in the file that is shown
    void offerCatalog(); // among what new files can be
    void offerImport(control::Adoption &adoption); // likewise; borrowed
    void showNew(const QStringList &paths); // that were just added: the first service of them
    void showConflict(); // of the file that is shown, where it has one
    void showForm(bool shown); // beside the text
    FormPane &form() const { return *m_form; }
    void setSecrets(control::SecretDesk *secrets); // borrowed; null: nothing is kept here

Q_SIGNALS:
    void formShown(bool shown);
    void notice(const QString &text);
    void fileShown(const QString &path);
    void closeAsked();
    void servicesAsked(); // from the catalog
    void applyAsked(); // all is saved

private:
    QWidget *makeHead();
    QWidget *makeTree();
    QWidget *makeEditor();
    QWidget *makeBottom();
    QWidget *makeCommand();
    void connectWorkspace();
    void connectActions();
    void updateFacts();
    void updateProblems();
    void updateFile();
    void updateMessage();
    void updateCursor();
    void onFailed(const OpenFile *file, const base::Error &error, bool saving);
    void onMessageAction();
    void offerDrafts(const QList<control::Draft> &drafts);
    void saveAll();
    void goTo(const QString &path, const model::Span &span);
    void showProblem(const model::Diagnostic &problem);
    void mend(const model::Diagnostic &problem);
    void connectVariables();
    void connectSecrets();
    void stepPart(bool forward);

    std::shared_ptr<control::Configuration> m_configuration;
    std::unique_ptr<EditorActions> m_actions;
    QList<control::Draft> m_drafts; // that are offered
    FileTreeModel *m_treeModel;
    QTreeView *m_tree = nullptr;
    FileWork *m_fileWork = nullptr;
    CompletionList *m_completions;
    OpenFiles *m_files;
    MessageBar *m_drafted;
    MessageBar *m_message;
    FindBar *m_findBar;
    ProblemsPane *m_problems;
    SearchPane *m_search;
    VariablesPane *m_variables;
    SecretsPane *m_secrets;
    SecretLink *m_secretLink;
    FormPane *m_form;
    FormLink *m_formLink;
    VariableLink *m_variableLink;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_bottom = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_path = nullptr;
    QLabel *m_place = nullptr;
    ElidedLabel *m_command = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_revert = nullptr;
};

} // namespace mediahelm::ui
