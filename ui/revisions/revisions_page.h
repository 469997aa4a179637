// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace mediahelm::settings {
class UiState;
}

namespace mediahelm::ui {

class EmptyState;
class LineDialog;
class MessageBar;
class PlanView;
class ProgressView;
class RevisionDetail;
class RevisionList;
class StoreDamageBar;

// The page "Revisions": of a workspace what was applied and kept, what applying or rolling back would do, and the
// deployment that runs. It shows the workspace that is open in Configuration, or another one of late. Owned by the
// window; main thread.
class RevisionsPage final : public QWidget
{
    Q_OBJECT

public:
    // Both are borrowed and outlive it.
    RevisionsPage(control::Deployments &deployments, settings::UiState &state, QWidget *parent = nullptr);
    ~RevisionsPage() override;

    const QString &folder() const { return m_folder; } // as it was asked for; empty: no workspace
    void openWorkspace(const QString &folder);
    void apply(const QString &folder); // shows what it would do
    void showDeployment(const QString &folder); // the one that runs, or the latest one
    bool showsDeployment(const QString &folder) const; // that one
    void showHistory();
    bool canSearch() const; // the history is shown
    void focusSearch();

Q_SIGNALS:
    void notice(const QString &text);
    void configurationAsked();

private:
    QWidget *makeHead();
    QWidget *makeHistory();
    void connectParts();
    void fillWorkspaces();
    void follow(); // the workspace that is open in Configuration
    void letGo();
    void showView(QWidget *view);
    void updateBars();
    void lookForInterrupted();
    void finishInterrupted();
    void onChosen();
    void rollBack(const model::Revision &revision);
    void askSavePoint();
    void showUnsaved(LineDialog *dialog, const base::Result<model::Changes> &unsaved);
    void savePoint(const QString &message);
    void askTag(const model::Revision &revision);
    void addTag(const QString &name, const model::RevisionId &id);
    void removeTag(const QString &name);
    void tell(const base::Error &error, const QString &headline);
    void connectDamage();

    control::Deployments &m_all;
    settings::UiState &m_state;
    std::shared_ptr<control::WorkspaceDeployments> m_deployments;
    QString m_folder;
    QComboBox *m_workspaces = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_apply = nullptr;
    StoreDamageBar *m_damage;
    MessageBar *m_interrupted;
    MessageBar *m_running;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QSplitter *m_history = nullptr;
    RevisionList *m_list = nullptr;
    RevisionDetail *m_detail = nullptr;
    PlanView *m_plan;
    ProgressView *m_progress;
    bool m_endSeen = true; // what came of the latest deployment
};

} // namespace mediahelm::ui
