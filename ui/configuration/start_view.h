// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace mediahelm::ui {

class EmptyState;
class RunningList;

// What the Configuration page shows while no workspace is open: the way to open one, and those that were open lately.
// Owned by its parent; main thread.
class StartView final : public QWidget
{
    Q_OBJECT

public:
    explicit StartView(QWidget *parent = nullptr);

    void setRunning(const control::RunningHere &running);
    void setNewOffered(bool offered); // a workspace of the catalog's services, or of a container
    void setRecent(const QStringList &folders); // the latest first

Q_SIGNALS:
    void openAsked();
    void newAsked();
    void manifestAsked(const mediahelm::control::RunningProject &project);
    void takeOverAsked();
    void shown(); // again
    void folderAsked(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    EmptyState *m_empty;
    QPushButton *m_new;
    RunningList *m_running;
    QWidget *m_recent;
    QVBoxLayout *m_rows;
};

} // namespace mediahelm::ui
