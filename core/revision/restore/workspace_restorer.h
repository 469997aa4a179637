// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/restore/restore_plan.h"
#include "core/revision/store/folder_lock.h"
#include "core/revision/store/snapshot.h"

#include <QList>

namespace mediahelm::revision {

struct RestoreOutcome {
    QList<model::FilePath> written;
    QList<model::FilePath> removed;
    QList<model::FilePath> left = {}; // of the snapshot, and left as they lie there (handed_over.h)
};

// What a recovery has found and done.
struct RestoreRecovery {
    enum class Result {
        nothing, // no restore was under way
        finished, // the workspace is as it was to be
        undone, // that could not be written (a full disk): the workspace is as it was before
    };
    Result result = Result::nothing;
    QList<model::FilePath> kept; // changed by somebody in the meantime, and left as they are
};

// Makes a workspace's folder into a snapshot, all files or none: killed at any moment, recover() finishes it. Only
// files that one of the snapshots names are touched. Files that are replaced keep their permissions, links stay links.
// Owned by whoever owns the store; blocks for disk and fsync: one thread that may.
class WorkspaceRestorer
{
public:
    // Borrowed; the workspace is the lock's.
    explicit WorkspaceRestorer(FolderLock &lock);

    // What keeps restore() from being done, and what it would do. Errors: io, refused.
    base::Result<RestorePlan> plan(const Snapshot &expected, const Snapshot &target) const;

    // `expected` is what ought to be on disk: the newest revision. Finishes first what was interrupted. Errors:
    // conflict (files that are neither as expected nor as wanted, all named in the detail, one a line; or another
    // process holds the workspace), io (a full disk too: put back as it was), refused, invalid (a damaged journal).
    base::Result<RestoreOutcome> restore(const Snapshot &expected, const Snapshot &target);

    // A restore was interrupted. Cheap.
    bool isInterrupted() const;
    // To be called before a workspace is read. Makes nothing where nothing was interrupted. Errors: as restore()'s;
    // the journal stays until it can be done.
    base::Result<RestoreRecovery> recover();
    // Renames a damaged journal, never deletes it, and leaves the files as they are, whichever that is. Gives its new
    // path. Errors: notFound (there is none), conflict (it is not damaged), io.
    base::Result<QString> setJournalAside();

private:
    base::Result<RestoreRecovery> resume(const QList<RestoreStep> &steps);
    base::Status carryOut(const QList<RestoreStep> &steps);

    FolderLock &m_lock;
};

} // namespace mediahelm::revision
