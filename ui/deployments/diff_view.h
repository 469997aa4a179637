// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_diff.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace mediahelm::ui {

class DiffText;
class FileChangeModel;

// What makes one state of the files into another: the files, and of the chosen one its lines. Owned by its parent; main
// thread.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setChanges(const model::Changes &changes); // the file that was shown stays, where it is among them
    void setNothing(const QString &text); // in place of files: why there are none
    void setHistoryOffered(bool offered); // of a file; not, unless told

Q_SIGNALS:
    void historyAsked(const QString &path);

private:
    QWidget *makeHead();
    void showCurrent();

    model::Changes m_changes;
    FileChangeModel *m_model;
    QTreeView *m_files;
    DiffText *m_text;
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QLabel *m_count = nullptr;
    QToolButton *m_history = nullptr;
    QToolButton *m_copy = nullptr;
};

QString changesSummary(const model::Changes &changes); // "3 files, 12 lines added, 4 removed"

} // namespace mediahelm::ui
