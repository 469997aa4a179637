// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QDialog>

class QPushButton;

namespace mediahelm::ui {

class MessageBar;

// A running project whose files have names of their own: which manifest its folder gets, so that it opens as that very
// project. Nothing is written before the user says so. Shown with open(); deletes itself when closed; main thread.
class ManifestDialog final : public QDialog
{
    Q_OBJECT

public:
    // The adoption is borrowed.
    ManifestDialog(control::Adoption &adoption, const control::RunningProject &project, QWidget *parent);

Q_SIGNALS:
    void written(const QString &folder);

private:
    void write();

    control::Adoption &m_adoption;
    const control::RunningProject m_project;
    MessageBar *m_message;
    QPushButton *m_write;
};

} // namespace mediahelm::ui
