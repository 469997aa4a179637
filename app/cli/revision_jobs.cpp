// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revision_jobs.h"

#include "app/cli/complaint.h"
#include "app/cli/deployment_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

namespace mediahelm::app {

namespace {

constexpr int pageSize = 200;

} // namespace

RevisionsJob::RevisionsJob(revision::RevisionLog &log, Terminal &terminal, model::RevisionFilter filter, int most,
                           bool json)
    : m_log(log)
    , m_terminal(terminal)
    , m_filter(std::move(filter))
    , m_most(most)
    , m_json(json)
{
}

void RevisionsJob::start()
{
    steps();
}

QCoro::Task<> RevisionsJob::steps()
{
    const QPointer<RevisionsJob> self(this);
    QJsonArray items;
    int left = m_most;
    std::optional<model::RevisionId> from;
    while (left > 0) {
        const auto page = co_await m_log.list(m_filter, std::min(left, pageSize), from);
        if (!self)
            co_return;
        if (!page)
            co_return Q_EMIT finished(complainOf(m_terminal, page.error()));
        for (const model::Revision &revision : page->revisions) {
            if (m_json)
                items.append(revisionJson(revision));
            else if (!m_terminal.print(inertWords(revisionText(revision)) + u'\n'))
                co_return Q_EMIT finished(m_terminal.exitCode());
        }
        left -= static_cast<int>(page->revisions.size());
        from = page->next;
        if (!from)
            break;
    }
    const bool printed = !m_json || m_terminal.print(inertJson(QJsonDocument(items)));
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

DiffJob::DiffJob(revision::RevisionLog &log, Terminal &terminal, QString before, QString after, bool json)
    : m_log(log)
    , m_terminal(terminal)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_json(json)
{
}

void DiffJob::start()
{
    steps();
}

QCoro::Task<> DiffJob::steps()
{
    const QPointer<DiffJob> self(this);
    const auto before = co_await m_log.resolve(m_before);
    if (!self)
        co_return;
    if (!before)
        co_return Q_EMIT finished(complainOf(m_terminal, before.error()));
    const auto after = co_await m_log.resolve(m_after);
    if (!self)
        co_return;
    if (!after)
        co_return Q_EMIT finished(complainOf(m_terminal, after.error()));
    const auto changes = co_await m_log.diff(before->id, after->id);
    if (!self)
        co_return;
    if (!changes)
        co_return Q_EMIT finished(complainOf(m_terminal, changes.error()));
    bool printed = true;
    if (m_json) {
        printed = m_terminal.print(inertJson(QJsonDocument(changesJson(*changes))));
    } else {
        // On a terminal it must not act; into a file it is for `git apply`, to the byte.
        const QByteArrayList lines = model::unifiedText(*changes).split('\n');
        for (qsizetype i = 0; printed && i < lines.size(); ++i) {
            const QByteArray line = m_terminal.isTerminal() ? inertBytes(lines.at(i)) : lines.at(i);
            printed = m_terminal.print(i + 1 < lines.size() ? line + '\n' : line);
        }
    }
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

ShowRevisionJob::ShowRevisionJob(revision::RevisionLog &log, Terminal &terminal, QString revision, bool json)
    : m_log(log)
    , m_terminal(terminal)
    , m_revision(std::move(revision))
    , m_json(json)
{
}

void ShowRevisionJob::start()
{
    steps();
}

QCoro::Task<> ShowRevisionJob::steps()
{
    const QPointer<ShowRevisionJob> self(this);
    const auto revision = co_await m_log.resolve(m_revision);
    if (!self)
        co_return;
    if (!revision)
        co_return Q_EMIT finished(complainOf(m_terminal, revision.error()));
    const auto changes = co_await m_log.diff(revision->parent, revision->id);
    if (!self)
        co_return;
    if (!changes)
        co_return Q_EMIT finished(complainOf(m_terminal, changes.error()));
    const auto deployments = co_await m_log.deployments(revision->id);
    if (!self)
        co_return;
    if (!deployments)
        co_return Q_EMIT finished(complainOf(m_terminal, deployments.error()));
    bool printed = true;
    if (m_json) {
        printed = m_terminal.print(inertJson(QJsonDocument(shownJson(*revision, *changes, *deployments))));
    } else {
        const QStringList lines = shownText(*revision, *changes, *deployments).split(u'\n');
        for (const QString &line : lines)
            printed = printed && m_terminal.print(inertText(line) + u'\n');
    }
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

} // namespace mediahelm::app
