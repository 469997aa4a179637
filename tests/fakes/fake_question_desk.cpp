// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_question_desk.h"

namespace mediahelm::fakes {

FakeQuestionDesk::FakeQuestionDesk(QObject *parent)
    : QuestionDesk(parent)
{
}

void FakeQuestionDesk::setStaffed(bool staffed)
{
    m_staffed = staffed;
}

QList<model::Question> FakeQuestionDesk::open() const
{
    return m_open;
}

void FakeQuestionDesk::answer(quint64 id, const QByteArray &text, bool keep)
{
    if (!take(id))
        return;
    m_answers.append(Answer{id, text, keep, false});
    Q_EMIT withdrawn(id);
}

void FakeQuestionDesk::decline(quint64 id)
{
    if (!take(id))
        return;
    m_answers.append(Answer{id, {}, false, true});
    Q_EMIT withdrawn(id);
}

quint64 FakeQuestionDesk::ask(model::Question question)
{
    question.id = ++m_lastId;
    m_open.append(question);
    Q_EMIT asked(question);
    return question.id;
}

void FakeQuestionDesk::withdraw(quint64 id)
{
    if (take(id))
        Q_EMIT withdrawn(id);
}

bool FakeQuestionDesk::take(quint64 id)
{
    return m_open.removeIf([id](const model::Question &question) { return question.id == id; }) > 0;
}

} // namespace mediahelm::fakes
