// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/transport/questioner.h"

#include <functional>
#include <map>
#include <optional>

namespace mediahelm::tests {

// A person in front of the program, as a function. What it returns nullopt for stays open until withdrawn.
class ScriptedQuestioner final : public transport::Questioner
{
public:
    using Script = std::function<std::optional<Answer>(const model::Question &)>;

    ScriptedQuestioner() = default; // nobody is there
    explicit ScriptedQuestioner(Script script)
        : m_script(std::move(script))
    {
    }

    static Answer yes(const QByteArray &text = {}) { return Answer{true, text, false}; }
    static Answer no() { return Answer{}; }

    bool canAnswer() const override { return static_cast<bool>(m_script); }

    QFuture<base::Result<Answer>> ask(const model::Question &question) override
    {
        asked << question;
        if (const std::optional<Answer> answer = m_script(question))
            return base::finishedWith<Answer>(Answer{answer->accepted, QByteArray(answer->text.constData()), false});
        return m_open[question.id].future();
    }

    void withdraw(quint64 questionId) override
    {
        withdrawn << questionId;
        m_open.erase(questionId);
    }

    void concluded(const base::HostId &, bool connected) override { conclusions << connected; }

    QList<model::Question> asked;
    QList<quint64> withdrawn;
    QList<bool> conclusions;

private:
    Script m_script;
    std::map<quint64, base::Pending<Answer>> m_open;
};

} // namespace mediahelm::tests
