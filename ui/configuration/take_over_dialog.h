// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mediahelm::control {
class WorkspaceSetup;
}

namespace mediahelm::ui {

class ContainerChoice;
class MessageBar;
class PlaceStep;

// A container that was started by hand as a new workspace: which one and what its file would be, then where to. Nothing
// is written until then, and nothing happens to the container. Owned by its parent, destroyed when closed; main thread.
class TakeOverDialog final : public QDialog
{
    Q_OBJECT

public:
    // Both are borrowed, and outlive it.
    TakeOverDialog(control::Adoption &adoption, control::WorkspaceSetup &setup, QWidget *parent = nullptr);

    void reject() override; // not while it is written

Q_SIGNALS:
    void made(const mediahelm::control::SetupOutcome &outcome);

private:
    QWidget *makeButtons();
    void showStep(QWidget *step);
    void next();
    void make();
    void fail(const base::Error &error, const QString &headline);
    void updateState();

    control::Adoption &m_adoption;
    control::WorkspaceSetup &m_setup;
    QLabel *m_title;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    ContainerChoice *m_choice;
    PlaceStep *m_place = nullptr; // once it is known what for
    QString m_proposedFor; // the service
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    bool m_busy = false;
};

} // namespace mediahelm::ui
