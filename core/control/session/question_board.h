// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/question_desk.h"
#include "core/transport/questioner.h"

#include <map>

namespace mediahelm::control {

// Both sides of a question: transports ask here, a face answers here. Owned by the composition root, made before the
// transports; main thread.
class QuestionBoard final : public QuestionDesk, public transport::Questioner
{
    Q_OBJECT

public:
    explicit QuestionBoard(QObject *parent = nullptr);
    ~QuestionBoard() override; // what is open ends as cancelled

    void setStaffed(bool staffed) override;
    QList<model::Question> open() const override;
    void answer(quint64 id, const QByteArray &text, bool keep) override;
    void decline(quint64 id) override;

    bool canAnswer() const override { return m_staffed; }
    QFuture<base::Result<Answer>> ask(const model::Question &question) override;
    void withdraw(quint64 questionId) override;

    // Whether a person is being asked something for this host: deadlines wait.
    bool waitingFor(const base::HostId &host) const;

Q_SIGNALS:
    void waitingChanged(const mediahelm::base::HostId &host);

private:
    struct Asked {
        model::Question question;
        base::Pending<Answer> answer;
    };

    void finish(quint64 id, base::Result<Answer> result);

    std::map<quint64, Asked> m_asked; // by id, which grows: oldest first
    bool m_staffed = false;
};

} // namespace mediahelm::control
