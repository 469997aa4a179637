// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/question_queue.h"

#include "ui/shell/question_dialog.h"

#include <QApplication>

namespace mediahelm::ui {

QuestionQueue::QuestionQueue(control::QuestionDesk &desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
{
    connect(&desk, &control::QuestionDesk::asked, this, &QuestionQueue::showNext);
    connect(&desk, &control::QuestionDesk::withdrawn, this, &QuestionQueue::onWithdrawn);
    m_desk.setStaffed(true);
    showNext();
}

QuestionQueue::~QuestionQueue()
{
    m_desk.setStaffed(false);
}

QuestionDialog *QuestionQueue::shown() const
{
    return m_dialog.data();
}

void QuestionQueue::showNext()
{
    if (m_dialog)
        return;
    const QList<model::Question> open = m_desk.open();
    if (open.isEmpty())
        return;
    // Over a dialog that is open already: a connection test asks while the host dialog waits for it.
    QWidget *over = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window;
    auto *dialog = new QuestionDialog(open.constFirst(), over);
    m_dialog = dialog;
    connect(dialog, &QuestionDialog::answered, this, [this](quint64 id, const QByteArray &text, bool keep) {
        m_dialog = nullptr;
        m_desk.answer(id, text, keep);
        showNext();
    });
    connect(dialog, &QuestionDialog::declined, this, [this](quint64 id) {
        m_dialog = nullptr;
        m_desk.decline(id);
        showNext();
    });
    dialog->open();
}

void QuestionQueue::onWithdrawn(quint64 id)
{
    if (m_dialog && m_dialog->questionId() == id) {
        QuestionDialog *gone = m_dialog.data();
        m_dialog = nullptr;
        disconnect(gone, nullptr, this, nullptr); // nobody waits for its answer any more
        gone->close();
    }
    showNext();
}

} // namespace mediahelm::ui
