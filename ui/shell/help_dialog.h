// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
class QGridLayout;

namespace mediahelm::ui {

// What the keys do: every action that has one, and those that belong to a widget. Deletes itself when closed; main
// thread.
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Part { help, shortcuts };

    HelpDialog(const QList<QAction *> &actions, Part first, QWidget *parent);

private:
    QWidget *makeHelp();
    QWidget *makeShortcuts(const QList<QAction *> &actions);
    void addRow(QGridLayout *grid, const QString &text, const QString &keys);
};

// Name, version, licence, what it stands on. Deletes itself when closed; main thread.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace mediahelm::ui
