// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/question_desk.h"

namespace mediahelm::fakes {

// A desk where the test asks. Owned by the test; main thread.
class FakeQuestionDesk final : public control::QuestionDesk
{
    Q_OBJECT

public:
    struct Answer {
        quint64 id = 0;
        QByteArray text;
        bool keep = false;
        bool declined = false;
    };

    explicit FakeQuestionDesk(QObject *parent = nullptr);

    void setStaffed(bool staffed) override;
    QList<model::Question> open() const override;
    void answer(quint64 id, const QByteArray &text, bool keep) override;
    void decline(quint64 id) override;

    quint64 ask(model::Question question); // gives it its id
    void withdraw(quint64 id);

    bool staffed() const { return m_staffed; }
    const QList<Answer> &answers() const { return m_answers; }

private:
    bool take(quint64 id);

    QList<model::Question> m_open;
    QList<Answer> m_answers;
    quint64 m_lastId = 0;
    bool m_staffed = false;
};

} // namespace mediahelm::fakes
