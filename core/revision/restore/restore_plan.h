// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/store/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::revision {

// A file as it was or is to be; permission bits as the file system has them.
struct FileState {
    QByteArray bytes;
    unsigned mode = 0644;

    // The same content, and executable or not as the other: what a snapshot knows.
    bool isLike(const FileState &other) const;
};
using MaybeFile = std::optional<FileState>; // nullopt: there is no file

bool alike(const MaybeFile &a, const MaybeFile &b);

// A file that a restore makes, replaces or removes.
struct RestoreStep {
    model::FilePath path;
    MaybeFile before;
    MaybeFile after;
};

struct RestoreConflict {
    enum class Reason {
        changed, // since it was saved last
        removed, // since it was saved last
        inTheWay, // something that is not tracked, or no plain file
        outside, // its folder is a link out of the workspace
    };
    model::FilePath path;
    Reason reason = Reason::changed;

    friend bool operator==(const RestoreConflict &, const RestoreConflict &) = default;
};

struct RestorePlan {
    QList<RestoreStep> steps; // ordered by path
    QList<RestoreConflict> conflicts; // ordered by path; nothing may be done while there is one
};

// What is at `path` in the workspace's folder: a plain file, also behind a link; nothing; or, as conflict, something
// else. Errors: conflict, io, refused (cannot be read).
base::Result<MaybeFile> lookAtFile(const QString &workspace, const model::FilePath &path);

// A folder is there, and no link to one.
bool isFolder(const QString &workspace, const model::FilePath &path);

// How to get from `expected`, which ought to be on disk, to `target`. Errors: io, refused.
base::Result<RestorePlan> planRestore(const QString &workspace, const Snapshot &expected, const Snapshot &target);

} // namespace mediahelm::revision
