// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"
#include "core/control/configuration.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace mediahelm::ui {

class MessageBar;

// A container that was started by hand as a service file of the workspace: which one, what the file would be, and what
// cannot be carried over. Nothing happens to the container. Owned by its parent, destroyed when closed; main thread.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // Both are borrowed, and outlive it.
    ImportDialog(control::Adoption &adoption, control::Configuration &configuration, QWidget *parent = nullptr);

Q_SIGNALS:
    void imported(const QString &path);

private:
    void take(const base::Result<control::RunningHere> &running);
    void preview(int index);
    void showFile(const control::ImportedFile &file);
    void add();
    void create();
    void fail(const base::Error &error, const QString &headline);

    control::Adoption &m_adoption;
    control::Configuration &m_configuration;
    MessageBar *m_message;
    QComboBox *m_choice;
    QPlainTextEdit *m_text;
    QLabel *m_notes;
    QPushButton *m_add;
    QList<control::LooseContainer> m_containers;
    control::ImportedFile m_file;
    int m_asked = 0;
};

} // namespace mediahelm::ui
