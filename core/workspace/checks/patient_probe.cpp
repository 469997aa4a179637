// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/patient_probe.h"

#include <mutex>
#include <thread>

namespace mediahelm::workspace {

using base::Error;
using base::ErrorKind;
using base::Result;

// What the thread and we have in common; the last of both ends it.
struct PatientProbe::Shared {
    base::Mailbox answers;
    std::mutex mutex;
    QString path; // that is being looked at

    void note(const QString &now)
    {
        const std::lock_guard lock(mutex);
        path = now;
    }
    QString noted()
    {
        const std::lock_guard lock(mutex);
        return path;
    }
};

PatientProbe::PatientProbe(std::shared_ptr<const HostProbe> probe, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_probe(std::move(probe))
    , m_shared(std::make_shared<Shared>())
    , m_served(m_shared->answers.serve())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &PatientProbe::giveUp);
    m_pending.finish(HostFacts()); // nothing is asked
}

PatientProbe::~PatientProbe() = default;

QFuture<Result<HostFacts>> PatientProbe::ask(const HostQuestions &questions)
{
    if (m_hangs) {
        const QString path = m_shared->noted();
        return base::finishedWith<HostFacts>(
            Error{ErrorKind::conflict, QStringLiteral("%1 still does not answer").arg(path), {}});
    }
    m_pending = base::Pending<HostFacts>();
    QFuture<Result<HostFacts>> future = m_pending.future();
    m_hangs = true;
    m_patience.start();
    const int question = ++m_question;
    // One path after the other, so that the one that hangs can be named.
    std::thread([this, question, questions, probe = m_probe, shared = m_shared] {
        HostFacts all;
        Result<HostFacts> answer(all);
        for (const QString &path : questions.paths) {
            shared->note(path);
            answer = probe->facts({{path}, false});
            if (!answer)
                break;
            all.paths.insert(answer->paths);
        }
        if (answer) {
            shared->note({});
            answer = questions.ports ? probe->facts({{}, true}) : Result<HostFacts>(all);
            if (answer)
                (*answer).paths = all.paths;
        }
        // Run while `this` lives, or not at all.
        shared->answers.post([this, question, answer] { answered(question, answer); });
    }).detach();
    return future;
}

void PatientProbe::answered(int question, const Result<HostFacts> &facts)
{
    if (question != m_question)
        return;
    m_hangs = false;
    m_patience.stop();
    m_pending.finish(facts);
}

void PatientProbe::giveUp()
{
    m_pending.finish(Error{ErrorKind::timeout, QStringLiteral("%1 does not answer").arg(m_shared->noted()), {}});
}

} // namespace mediahelm::workspace
