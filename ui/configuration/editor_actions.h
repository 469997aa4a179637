// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>

namespace mediahelm::ui {

// What can be done on the Configuration page, each once with its text, icon and shortcut. Owned by the page, to which
// the actions are added; main thread.
class EditorActions final
{
public:
    explicit EditorActions(QWidget *page);

    QList<QAction *> all() const { return m_all; }

    QAction *save;
    QAction *saveAll;
    QAction *revert;
    QAction *apply;
    QAction *find; // its shortcut is the window's, which finds on every page
    QAction *replace;
    QAction *findInAll;
    QAction *complete;
    QAction *explain;
    QAction *definition;
    QAction *form; // shown beside the text; can be checked
    QAction *nextProblem;
    QAction *previousProblem;
    QAction *nextPart; // of the page
    QAction *previousPart;

private:
    QAction *make(const QString &text, const QString &symbol, const QKeySequence &key = {});

    QWidget *m_page;
    QList<QAction *> m_all;
};

} // namespace mediahelm::ui
