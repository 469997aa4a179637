// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/workspace_restorer.h"

#include "core/base/durable_temporary.h"
#include "core/revision/restore/durable_steps.h"
#include "core/revision/restore/restore_journal.h"
#include "core/revision/restore/step_runner.h"
#include "core/revision/store/store_names.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

QString reasonWords(RestoreConflict::Reason reason)
{
    switch (reason) {
    case RestoreConflict::Reason::changed: return QStringLiteral("was changed");
    case RestoreConflict::Reason::removed: return QStringLiteral("was removed");
    case RestoreConflict::Reason::inTheWay: return QStringLiteral("is in the way, and not of the workspace's history");
    case RestoreConflict::Reason::outside: break;
    }
    return QStringLiteral("would lie outside the workspace");
}

Error conflictError(const QList<RestoreConflict> &conflicts)
{
    QStringList lines;
    for (const RestoreConflict &conflict : conflicts)
        lines.append(conflict.path.text() + u' ' + reasonWords(conflict.reason));
    return Error{
        ErrorKind::conflict,
        QStringLiteral("%1 of the workspace's files are not as expected; nothing was changed").arg(lines.size()),
        lines.join(u'\n')};
}

// What killed writers have left beside the journal, the notes and the files of an interrupted restore.
void sweep(const QString &folder, const QString &workspace, const QList<RestoreStep> &steps)
{
    QSet<QString> folders{folder};
    for (const RestoreStep &step : steps) {
        const QFileInfo file(workspace + u'/' + step.path.text());
        folders.insert(file.exists() ? QFileInfo(file.canonicalFilePath()).path() : file.path()); // links are followed
    }
    for (const QString &each : std::as_const(folders))
        base::sweepTemporaries(each);
}

} // namespace

WorkspaceRestorer::WorkspaceRestorer(FolderLock &lock)
    : m_lock(lock)
{
}

Result<RestorePlan> WorkspaceRestorer::plan(const Snapshot &expected, const Snapshot &target) const
{
    return planRestore(m_lock.workspace(), expected, target);
}

Result<RestoreOutcome> WorkspaceRestorer::restore(const Snapshot &expected, const Snapshot &target)
{
    const auto lease = m_lock.take(QStringLiteral("restoring files"));
    if (!lease.ok())
        return lease.error();
    if (const auto recovered = recover(); !recovered.ok())
        return recovered.error();
    const auto planned = plan(expected, target);
    if (!planned.ok())
        return planned.error();
    if (!planned->conflicts.isEmpty())
        return conflictError(planned->conflicts);

    RestoreOutcome outcome;
    for (const RestoreStep &step : planned->steps)
        (step.after ? outcome.written : outcome.removed).append(step.path);
    if (planned->steps.isEmpty())
        return outcome;
    if (Status done = carryOut(planned->steps); !done.ok())
        return done.error();
    return outcome;
}

Status WorkspaceRestorer::carryOut(const QList<RestoreStep> &steps)
{
    if (Status written = writeJournal(m_lock.folder(), steps); !written.ok()) {
        // Its last step may have failed after it was in place: it must not come back.
        if (Status removed = removeJournal(m_lock.folder()); !removed.ok())
            return removed;
        return written;
    }
    StepRunner runner(m_lock.workspace());
    Status done = runner.run(steps);
    if (done.ok() && runner.kept().isEmpty())
        return removeJournal(m_lock.folder());
    if (done.ok()) { // somebody has changed a file between the look at it and now
        QList<RestoreConflict> conflicts;
        for (const model::FilePath &path : runner.kept())
            conflicts.append({path, RestoreConflict::Reason::changed});
        done = conflictError(conflicts);
    }
    if (Status back = StepRunner(m_lock.workspace()).run(StepRunner::reversed(steps)); !back.ok())
        return Error{done.error().kind,
                     done.error().message + QStringLiteral("; and the files cannot be put back now: ")
                         + back.error().message,
                     done.error().detail};
    if (Status removed = removeJournal(m_lock.folder()); !removed.ok())
        return removed;
    return done;
}

bool WorkspaceRestorer::isInterrupted() const
{
    return hasJournal(m_lock.folder());
}

Result<RestoreRecovery> WorkspaceRestorer::recover()
{
    const QString folder = m_lock.folder();
    if (!hasJournal(folder)) {
        sweep(folder, m_lock.workspace(), {});
        return RestoreRecovery();
    }
    const auto lease = m_lock.take(QStringLiteral("finishing an interrupted restore"));
    if (!lease.ok())
        return lease.error();
    const auto steps = readJournal(folder);
    if (!steps.ok())
        return steps.error();
    sweep(folder, m_lock.workspace(), steps->value_or(QList<RestoreStep>()));
    return *steps ? resume(**steps) : Result<RestoreRecovery>(RestoreRecovery());
}

Result<RestoreRecovery> WorkspaceRestorer::resume(const QList<RestoreStep> &steps)
{
    StepRunner runner(m_lock.workspace());
    RestoreRecovery recovery{RestoreRecovery::Result::finished, {}};
    if (const Status forth = runner.run(steps); !forth.ok()) {
        recovery.result = RestoreRecovery::Result::undone;
        if (const Status back = runner.run(StepRunner::reversed(steps)); !back.ok())
            return forth.error();
    }
    recovery.kept = runner.kept();
    if (Status removed = removeJournal(m_lock.folder()); !removed.ok())
        return removed.error();
    return recovery;
}

Result<QString> WorkspaceRestorer::setJournalAside()
{
    const QString path = m_lock.folder() + u'/' + QLatin1String(restoreJournal);
    if (!isInterrupted())
        return Error{ErrorKind::notFound, QStringLiteral("no restore was interrupted"), {}};
    const auto lease = m_lock.take(QStringLiteral("setting a damaged journal aside"));
    if (!lease.ok())
        return lease.error();
    const auto steps = readJournal(m_lock.folder());
    if (steps.ok() || steps.error().kind != ErrorKind::invalid)
        return Error{ErrorKind::conflict, QStringLiteral("the journal %1 is not damaged").arg(path), {}};
    QString target;
    for (int i = 1; target.isEmpty() || QFileInfo::exists(target); ++i)
        target = path + QStringLiteral(".corrupt-%1").arg(i);
    if (std::rename(QFile::encodeName(path).constData(), QFile::encodeName(target).constData()) != 0)
        return Error{ErrorKind::io,
                     QStringLiteral("cannot set aside %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))),
                     {}};
    return target;
}

} // namespace mediahelm::revision
