// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revision_jobs.h"

#include "app/cli/complaint.h"
#include "app/cli/deployment_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"

#include <QDir>
#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

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

DiffJob::DiffJob(revision::RevisionLog &log, Terminal &terminal, Options options)
    : m_log(log)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

void DiffJob::start()
{
    steps();
}

QCoro::Task<> DiffJob::steps()
{
    const QPointer<DiffJob> self(this);
    const auto before = co_await m_log.resolve(m_options.before);
    if (!self)
        co_return;
    if (!before)
        co_return Q_EMIT finished(complainOf(m_terminal, before.error()));
    const auto after = co_await m_log.resolve(m_options.after);
    if (!self)
        co_return;
    if (!after)
        co_return Q_EMIT finished(complainOf(m_terminal, after.error()));
    auto changes = co_await m_log.diff(before->id, after->id);
    if (!self)
        co_return;
    if (!changes)
        co_return Q_EMIT finished(complainOf(m_terminal, changes.error()));
    const QString path = m_options.path.isEmpty() ? u"."_s : QDir::cleanPath(m_options.path);
    if (path != u".")
        changes->removeIf(
            [&path](const model::FileChange &change) { return !model::isWithin(change.path.text(), path); });
    if (path != u"." && changes->isEmpty())
        m_terminal.say(u"nothing differs in %1"_s.arg(inertWords(m_options.path)));
    bool printed = true;
    if (m_options.json) {
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

ShowRevisionJob::ShowRevisionJob(revision::RevisionLog &log, Terminal &terminal, Options options)
    : m_log(log)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

void ShowRevisionJob::start()
{
    steps();
}

QCoro::Task<> ShowRevisionJob::steps()
{
    const QPointer<ShowRevisionJob> self(this);
    const auto revision = co_await m_log.resolve(m_options.revision);
    if (!self)
        co_return;
    if (!revision)
        co_return Q_EMIT finished(complainOf(m_terminal, revision.error()));
    const auto deployments = co_await m_log.deployments(revision->id);
    if (!self)
        co_return;
    if (!deployments)
        co_return Q_EMIT finished(complainOf(m_terminal, deployments.error()));
    if (m_options.log)
        co_return co_await showLog(revision->id, *deployments);
    const auto changes = co_await m_log.diff(revision->parent, revision->id);
    if (!self)
        co_return;
    if (!changes)
        co_return Q_EMIT finished(complainOf(m_terminal, changes.error()));
    const bool printed = m_options.json
        ? m_terminal.print(inertJson(QJsonDocument(shownJson(*revision, *changes, *deployments))))
        : print(shownText(*revision, *changes, *deployments));
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

QCoro::Task<> ShowRevisionJob::showLog(model::RevisionId id, QList<model::Deployment> deployments)
{
    const QPointer<ShowRevisionJob> self(this);
    if (deployments.isEmpty()) {
        const Error never{ErrorKind::notFound, u"revision %1 was never deployed"_s.arg(shortId(id)), {}};
        co_return Q_EMIT finished(complainOf(m_terminal, never));
    }
    const QDateTime when = deployments.constLast().when;
    const auto text = co_await m_log.deploymentLog(id, when);
    if (!self)
        co_return;
    if (!text)
        co_return Q_EMIT finished(complainOf(m_terminal, text.error()));
    const QString log = QString::fromUtf8(*text).trimmed();
    const QJsonObject object{{u"at"_s, when.toUTC().toString(Qt::ISODateWithMs)},
                             {u"log"_s, QJsonArray::fromStringList(log.split(u'\n'))}};
    const bool printed = m_options.json ? m_terminal.print(inertJson(QJsonDocument(object))) : print(log);
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

bool ShowRevisionJob::print(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return std::ranges::all_of(lines,
                               [this](const QString &line) { return m_terminal.print(inertText(line) + u'\n'); });
}

} // namespace mediahelm::app
