// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/question_desk.h"

#include <QPointer>
#include <QWidget>

namespace mediahelm::ui {

class QuestionDialog;

// Shows the desk's questions one after the other, over whatever is in front, and hands the answers back. One that is
// withdrawn closes. Staffs the desk while it lives. Owned by the main window; main thread.
class QuestionQueue final : public QObject
{
    Q_OBJECT

public:
    QuestionQueue(control::QuestionDesk &desk, QWidget *window);
    ~QuestionQueue() override;

    QuestionDialog *shown() const; // null: none

private:
    void showNext();
    void onWithdrawn(quint64 id);

    control::QuestionDesk &m_desk;
    QWidget *m_window;
    QPointer<QuestionDialog> m_dialog;
};

} // namespace mediahelm::ui
