// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/workspace_setup.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace mediahelm::ui {

class MessageBar;
class PlaceStep;
class QuestionsStep;
class ReviewStep;
class ServicesStep;

// From a folder and a choice of services to a workspace: where, what, what has to be asked, and last all that will be
// written. Nothing is until then. Closing it while it is written takes all of it back. Owned by its parent, destroyed
// when closed; main thread.
class SetupDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { newWorkspace, moreServices };

    // The setup is borrowed. `folder`: of the workspace that gets more services, or proposed for a new one.
    SetupDialog(control::WorkspaceSetup &setup, Purpose purpose, const QString &folder, QWidget *parent = nullptr);
    ~SetupDialog() override;

    void reject() override;

Q_SIGNALS:
    void made(const mediahelm::control::SetupOutcome &outcome);
    void notice(const QString &text);

private:
    QWidget *makeButtons();
    void load(); // the catalog
    void lookAtWorkspace();
    void next();
    void back();
    void plan();
    void take(const control::SetupPlan &plan);
    void make();
    void showStep(QWidget *step);
    void showBusy(const QString &words); // empty: nothing is under way
    void showStage(control::SetupStage stage);
    void fail(const base::Error &error, const QString &headline);
    void updateState();

    control::WorkspaceSetup &m_setup;
    const Purpose m_purpose;
    const QString m_folder;
    QLabel *m_title;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    PlaceStep *m_place = nullptr; // of a new workspace
    ServicesStep *m_services;
    QuestionsStep *m_questions;
    ReviewStep *m_review;
    QProgressBar *m_progress;
    QLabel *m_state;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    control::SetupPlan m_plan;
    QStringList m_asked; // services that the questions were about
    bool m_loaded = false;
    bool m_busy = false;
    bool m_making = false;
};

} // namespace mediahelm::ui
