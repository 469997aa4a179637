// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revision_keeping_jobs.h"

#include "app/cli/complaint.h"
#include "app/cli/deployment_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"

#include <QJsonDocument>
#include <QJsonObject>
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

TagJob::TagJob(revision::RevisionLog &log, revision::RevisionKeeper &keeper, Terminal &terminal, Options options)
    : m_log(log)
    , m_keeper(keeper)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

void TagJob::start()
{
    steps();
}

QCoro::Task<> TagJob::steps()
{
    const QPointer<TagJob> self(this);
    const auto name = model::TagName::parse(m_options.name);
    if (!name)
        co_return Q_EMIT finished(complainOf(m_terminal, name.error()));
    if (m_options.revision.isEmpty()) {
        const base::Status removed = co_await m_keeper.removeTag(*name);
        if (!self)
            co_return;
        if (!removed)
            co_return Q_EMIT finished(complainOf(m_terminal, removed.error()));
        co_return end(std::nullopt);
    }
    const auto revision = co_await m_log.resolve(m_options.revision);
    if (!self)
        co_return;
    if (!revision)
        co_return Q_EMIT finished(complainOf(m_terminal, revision.error()));
    const model::Tag tag{*name, revision->id, {}, {}, {}};
    const base::Status added = co_await m_keeper.addTag(tag);
    if (!self)
        co_return;
    if (added)
        co_return end(revision->id);
    const int code = complainOf(m_terminal, added.error());
    // Waiting does not help: the name is taken.
    Q_EMIT finished(added.error().kind == base::ErrorKind::conflict ? ExitCode::cannotCreate : code);
}

void TagJob::end(const std::optional<model::RevisionId> &revision)
{
    const QJsonObject told{{u"tag"_s, m_options.name},
                           {u"revision"_s, revision ? QJsonValue(revision->text()) : QJsonValue()}};
    const bool printed = !m_options.json || m_terminal.print(inertJson(QJsonDocument(told)));
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

} // namespace mediahelm::app
