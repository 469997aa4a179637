// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;
class QVBoxLayout;

namespace mediahelm::ui {

class DiffText;
class ElidedLabel;

// All that is about to be written, and what is to be known of it. Owned by the dialog; main thread.
class ReviewStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewStep(QWidget *parent = nullptr);

    // `given`: names of secrets that the user gave.
    void showPlan(const control::SetupPlan &plan, const QStringList &given);

Q_SIGNALS:
    void commandCopied();

private:
    QWidget *makeFiles();
    QWidget *makeCommand();
    void showFile(int row);
    void addNote(const QString &symbol, bool warns, const QString &words);
    void addNotes(const QStringList &given);

    control::SetupPlan m_plan;
    QWidget *m_notes = nullptr;
    QVBoxLayout *m_noteRows = nullptr;
    QLabel *m_head;
    QListWidget *m_files;
    QStackedWidget *m_shown; // of a new file its text, of one that is there what changes in it
    QPlainTextEdit *m_text;
    DiffText *m_diff;
    ElidedLabel *m_command = nullptr;
};

} // namespace mediahelm::ui
