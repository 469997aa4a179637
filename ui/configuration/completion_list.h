// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

#include <QFrame>

class QKeyEvent;
class QLabel;
class QListWidget;

namespace mediahelm::ui {

class Announcer;

// What could go on at the cursor, with the documentation of the chosen entry beside it. The focus stays in the editor,
// which hands its keys here first. Lies over the window; owned by its parent; main thread.
class CompletionList final : public QFrame
{
    Q_OBJECT

public:
    explicit CompletionList(QWidget *over);

    // `at` is the caret in `over`.
    void offer(const control::Completions &completions, const QRect &at);
    void withdraw();
    bool isOffering() const { return isVisible(); }
    const control::Completions &offered() const { return m_completions; }
    const control::Completion *current() const;
    // Whether it was for this list.
    bool takeKey(QKeyEvent *event);

Q_SIGNALS:
    void chosen(const mediahelm::model::Span &replaces, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void place(const QRect &at);
    void showDocumentation();
    void choose();
    void move(int rows);

    control::Completions m_completions;
    QRect m_at; // the caret
    QListWidget *m_list;
    QLabel *m_title;
    QLabel *m_documentation;
    Announcer *m_announcer;
};

} // namespace mediahelm::ui
