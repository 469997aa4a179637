// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"
#include "core/control/configuration.h"

#include <QDialog>

class QPushButton;

namespace mediahelm::ui {

class ContainerChoice;
class MessageBar;

// A container that was started by hand as a service file of the workspace that is open. Nothing happens to the
// container. Owned by its parent, destroyed when closed; main thread.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // Both are borrowed, and outlive it.
    ImportDialog(control::Adoption &adoption, control::Configuration &configuration, QWidget *parent = nullptr);

Q_SIGNALS:
    void imported(const QString &path);

private:
    void add();
    void create(const control::ImportedFile &file);
    void fail(const base::Error &error, const QString &headline);
    void updateState();

    control::Adoption &m_adoption;
    control::Configuration &m_configuration;
    MessageBar *m_message;
    ContainerChoice *m_choice;
    QPushButton *m_add = nullptr;
    bool m_busy = false;
};

} // namespace mediahelm::ui
