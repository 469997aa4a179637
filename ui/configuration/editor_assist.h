// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QKeyEvent;

namespace mediahelm::ui {

class CompletionList;
class TextEditor;

// Asks the workspace what could go on, what stands here and where it is defined, and shows the answers over one
// editor; an answer about a text that has changed is dropped. Owned by the editor; main thread.
class EditorAssist final : public QObject
{
    Q_OBJECT

public:
    // The help is borrowed and outlives it; the list is shared by the editors of a page.
    EditorAssist(TextEditor &editor, const QString &path, control::TextHelp &help, CompletionList &list);

    void complete(); // now
    void explainAtCursor();
    void goToDefinition() { goToDefinition(-1); } // of what stands at the cursor

Q_SIGNALS:
    void targetFound(const mediahelm::control::TextTarget &target);
    void nothingFound(); // there is no definition of it

private:
    void onTyped(QChar character);
    void onKey(QKeyEvent *event);
    void onRested(qsizetype byte, const QPoint &at);
    void explain(qsizetype byte, const QPoint &at);
    void goToDefinition(qsizetype byte);
    void show(const control::Completions &completions, int generation);

    TextEditor &m_editor;
    const QString m_path;
    control::TextHelp &m_help;
    CompletionList &m_list;
    QTimer m_typed; // until a pause in typing
    int m_asked = 0; // questions so far: the newest answer counts
    int m_explained = 0;
};

} // namespace mediahelm::ui
