// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/secrets/secret_store.h"
#include "core/transport/questioner.h"

#include <QObject>

#include <map>

namespace mediahelm::control {

// Answers from the secret store before anybody is asked: a kept password or passphrase is tried once in each attempt to
// connect, and when it was wrong the person is asked. What the person wants kept is stored when the attempt has
// succeeded with it; a kept one that proved wrong is removed then. Stands in front of the QuestionBoard. Owned by the
// composition root; borrows both; main thread.
class SecretAnswers final : public QObject, public transport::Questioner
{
    Q_OBJECT

public:
    SecretAnswers(transport::Questioner &person, secrets::SecretStore &store);
    ~SecretAnswers() override;

    bool canAnswer() const override { return m_person.canAnswer(); }
    QFuture<base::Result<Answer>> ask(const model::Question &question) override;
    void withdraw(quint64 questionId) override;
    void concluded(const base::HostId &host, bool connected) override;

    // "ssh-password/HOST/user@name", so that a host's password is never tried on another host; "ssh-passphrase/FILE".
    static QString keyOf(const model::Question &question);

private:
    struct Entry {
        QByteArray toKeep; // empty: nothing
        bool tried = false; // the kept one was given
        bool wrong = false; // and asked for again
    };

    void askPerson(const model::Question &question);
    void take(const model::Question &question, const base::Result<Answer> &answer);
    void finish(quint64 questionId, base::Result<Answer> answer);

    transport::Questioner &m_person;
    secrets::SecretStore &m_store;
    std::map<quint64, base::Pending<Answer>> m_open; // by question
    std::map<base::HostId, std::map<QString, Entry>> m_attempts; // by key
};

} // namespace mediahelm::control
