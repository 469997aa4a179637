// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/question_board.h"

#include <QPointer>

#include <algorithm>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Question;

QuestionBoard::QuestionBoard(QObject *parent)
    : QuestionDesk(parent)
{
}

QuestionBoard::~QuestionBoard() = default;

void QuestionBoard::setStaffed(bool staffed)
{
    m_staffed = staffed;
}

QList<Question> QuestionBoard::open() const
{
    QList<Question> questions;
    for (const auto &[id, entry] : m_asked)
        questions.append(entry.question);
    return questions;
}

QFuture<Result<QuestionBoard::Answer>> QuestionBoard::ask(const Question &question)
{
    if (!m_staffed)
        return base::finishedWith<Answer>(
            Error{ErrorKind::refused, QStringLiteral("nobody is here to answer"), question.prompt});
    Asked entry{question, {}};
    const QFuture<Result<Answer>> future = entry.answer.future();
    m_asked.insert_or_assign(question.id, std::move(entry));
    Q_EMIT waitingChanged(question.host);
    Q_EMIT asked(question);
    return future;
}

void QuestionBoard::answer(quint64 id, const QByteArray &text, bool keep)
{
    const auto it = m_asked.find(id);
    if (it == m_asked.end())
        return;
    const bool kept = keep && it->second.question.mayBeKept;
    finish(id, Answer{true, text, kept});
}

void QuestionBoard::decline(quint64 id)
{
    finish(id, Answer{});
}

void QuestionBoard::withdraw(quint64 questionId)
{
    finish(questionId, Error{ErrorKind::cancelled, QStringLiteral("the question was withdrawn"), {}});
}

void QuestionBoard::finish(quint64 id, Result<Answer> result)
{
    auto entry = m_asked.extract(id);
    if (entry.empty())
        return;
    const QPointer<QuestionBoard> self(this);
    entry.mapped().answer.finish(std::move(result));
    if (!self)
        return;
    Q_EMIT withdrawn(id);
    Q_EMIT waitingChanged(entry.mapped().question.host);
}

bool QuestionBoard::waitingFor(const base::HostId &host) const
{
    return std::any_of(m_asked.begin(), m_asked.end(),
                       [&host](const auto &entry) { return entry.second.question.host == host; });
}

} // namespace mediahelm::control
