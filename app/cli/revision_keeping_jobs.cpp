// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revision_keeping_jobs.h"

#include "app/cli/complaint.h"
#include "app/cli/deployment_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"

#include <QJsonDocument>
#include <QPointer>

namespace mediahelm::app {

using namespace Qt::StringLiterals;

SavePointJob::SavePointJob(revision::RevisionKeeper &keeper, control::RevisionDesk &desk, Terminal &terminal,
                           QString message, bool json)
    : m_keeper(keeper)
    , m_desk(desk)
    , m_terminal(terminal)
    , m_message(std::move(message))
    , m_json(json)
{
}

void SavePointJob::start()
{
    steps();
}

QCoro::Task<> SavePointJob::steps()
{
    const QPointer<SavePointJob> self(this);
    // What a crash left half restored is no state to be kept.
    const auto recovered = co_await m_keeper.recover();
    if (!self)
        co_return;
    if (!recovered)
        co_return Q_EMIT finished(complainOf(m_terminal, recovered.error()));
    const auto unsaved = co_await m_desk.unsaved();
    if (!self)
        co_return;
    if (!unsaved)
        co_return Q_EMIT finished(complainOf(m_terminal, unsaved.error()));
    const auto saved = co_await m_desk.save(m_message);
    if (!self)
        co_return;
    if (!saved)
        co_return Q_EMIT finished(complainOf(m_terminal, saved.error()));
    if (unsaved->isEmpty())
        m_terminal.say(u"nothing was changed since the newest revision"_s);
    const bool printed = m_json ? m_terminal.print(inertJson(QJsonDocument(revisionJson(*saved))))
                                : m_terminal.print(inertWords(revisionText(*saved)) + u'\n');
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

TagJob::TagJob(revision::RevisionLog &log, revision::RevisionKeeper &keeper, Terminal &terminal, QString revision,
               QString name)
    : m_log(log)
    , m_keeper(keeper)
    , m_terminal(terminal)
    , m_revision(std::move(revision))
    , m_name(std::move(name))
{
}

void TagJob::start()
{
    steps();
}

QCoro::Task<> TagJob::steps()
{
    const QPointer<TagJob> self(this);
    const auto name = model::TagName::parse(m_name);
    if (!name)
        co_return Q_EMIT finished(complainOf(m_terminal, name.error()));
    if (m_revision.isEmpty()) {
        const base::Status removed = co_await m_keeper.removeTag(*name);
        if (self)
            Q_EMIT finished(removed ? ExitCode::ok : complainOf(m_terminal, removed.error()));
        co_return;
    }
    const auto revision = co_await m_log.resolve(m_revision);
    if (!self)
        co_return;
    if (!revision)
        co_return Q_EMIT finished(complainOf(m_terminal, revision.error()));
    const model::Tag tag{*name, revision->id, {}, {}, {}};
    const base::Status added = co_await m_keeper.addTag(tag);
    if (self)
        Q_EMIT finished(added ? ExitCode::ok : complainOf(m_terminal, added.error()));
}

} // namespace mediahelm::app
