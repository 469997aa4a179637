// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/revision/store/folder_lock.h"

#include <QDirIterator>
#include <QString>

namespace mediahelm::revision {

// The folder that a store is in, ".mediahelm/revisions.git", as a folder: making it, mending it, setting it aside.
// Owned by the store; its thread.
class StoreFolder
{
public:
    StoreFolder(const FolderLock &lock, const base::Clock &clock);

    const QString &path() const { return m_path; }
    bool exists() const;
    quint64 identity() const; // of the folder at that path now, 0 when there is none: another one has another

    // A new, empty repository, durable, in place at once or not at all. Also keeps the user's own git from looking into
    // ".mediahelm". The lock is held. Errors: io, internal.
    base::Status make();

    // After a kill: what lies half written, and git's lock files that nobody holds any more. The lock is held. Lock
    // files of a git of the user's that may be at work stay. Errors: io.
    base::Status mend(bool formerDied);

    // Renamed to asideStem() and the time, whose path is the result. The lock is held. Errors: io, notFound.
    base::Result<QString> setAside();
    QString asideStem() const; // ".mediahelm/revisions.git.corrupt-"

private:
    base::Status removeLocks(const QString &folder, bool formerDied, QDirIterator::IteratorFlags flags) const;
    bool isStale(const QString &lockFile) const;

    const FolderLock &m_lock;
    const base::Clock &m_clock;
    QString m_path;
};

} // namespace mediahelm::revision
