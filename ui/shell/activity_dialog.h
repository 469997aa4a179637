// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;

namespace mediahelm::ui {

class ActivityLog;

// What was done and what is under way, newest first, kept up to date while it is open. Deletes itself when closed; main
// thread.
class ActivityDialog final : public QDialog
{
    Q_OBJECT

public:
    ActivityDialog(const ActivityLog &log, QWidget *parent);

private:
    void refresh();

    const ActivityLog &m_log;
    QListWidget *m_list;
    QLabel *m_nothing;
};

} // namespace mediahelm::ui
