// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/secret_answers.h"

#include "core/base/wipe.h"

#include <QLoggingCategory>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Question;

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.control.secrets")

// Bytes of our own: whoever uses an answer up wipes it for all who share them.
QByteArray copyOf(const QByteArray &secret)
{
    return QByteArray(secret.constData(), secret.size());
}

} // namespace

SecretAnswers::SecretAnswers(transport::Questioner &person, secrets::SecretStore &store)
    : m_person(person)
    , m_store(store)
{
}

SecretAnswers::~SecretAnswers()
{
    for (auto &[host, entries] : m_attempts) {
        for (auto &[key, entry] : entries)
            base::wipe(entry.toKeep);
    }
}

QString SecretAnswers::keyOf(const Question &question)
{
    if (question.kind == Question::Kind::passphrase)
        return QStringLiteral("ssh-passphrase/") + question.subject;
    return QStringLiteral("ssh-password/%1/%2").arg(question.host.text(), question.subject);
}

QFuture<Result<SecretAnswers::Answer>> SecretAnswers::ask(const Question &question)
{
    const QFuture<Result<Answer>> future = m_open[question.id].future();
    Entry *entry = question.mayBeKept ? &m_attempts[question.host][keyOf(question)] : nullptr;
    if (entry && question.again)
        entry->wrong = entry->tried;
    if (!entry || entry->tried || question.again) {
        askPerson(question);
        return future;
    }
    entry->tried = true;
    m_store.read(keyOf(question)).then(this, [this, question](const Result<std::optional<QByteArray>> &kept) {
        if (!m_open.contains(question.id))
            return;
        if (kept && kept->has_value())
            return finish(question.id, Answer{true, copyOf(**kept), false});
        if (!kept)
            qCInfo(log) << "the keychain could not be read:" << kept.error().message << kept.error().detail;
        m_attempts[question.host][keyOf(question)].tried = false;
        askPerson(question);
    });
    return future;
}

void SecretAnswers::askPerson(const Question &question)
{
    m_person.ask(question).then(this, [this, question](const Result<Answer> &answer) { take(question, answer); });
}

void SecretAnswers::take(const Question &question, const Result<Answer> &answer)
{
    if (answer && answer->accepted && question.mayBeKept) {
        Entry &entry = m_attempts[question.host][keyOf(question)];
        base::wipe(entry.toKeep);
        if (answer->keep)
            entry.toKeep = copyOf(answer->text);
    }
    finish(question.id, answer);
}

void SecretAnswers::finish(quint64 questionId, Result<Answer> answer)
{
    auto open = m_open.extract(questionId);
    if (!open.empty())
        open.mapped().finish(std::move(answer));
}

void SecretAnswers::withdraw(quint64 questionId)
{
    m_person.withdraw(questionId);
    finish(questionId, Error{ErrorKind::cancelled, QStringLiteral("the question was withdrawn"), {}});
}

void SecretAnswers::concluded(const base::HostId &host, bool connected)
{
    auto attempt = m_attempts.extract(host);
    if (!attempt.empty()) {
        for (auto &[key, entry] : attempt.mapped()) {
            if (connected && !entry.toKeep.isEmpty())
                m_store.write(key, copyOf(entry.toKeep)).then(this, [](const base::Status &written) {
                    if (!written)
                        qCWarning(log) << "the answer could not be kept:" << written.error().message
                                       << written.error().detail;
                });
            else if (connected && entry.wrong)
                m_store.remove(key);
            base::wipe(entry.toKeep);
        }
    }
    m_person.concluded(host, connected);
}

} // namespace mediahelm::control
