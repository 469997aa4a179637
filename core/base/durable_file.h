// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace mediahelm::base {

// Replaces the file at `path` by `content`: after success the new content survives a power cut, after failure (also a
// crash half-way) the old content is untouched and no temporary file is left behind by a failure that returned; one
// that a crash has left is removed by the next write into the folder, or by sweepTemporaries() (durable_temporary.h).
// Written beside the target, fsynced, renamed, and the folder fsynced. `mode` are the permission bits of the new file,
// whatever the umask. A symbolic link is followed, so that a linked configuration stays linked. Errors: io. (When only
// the folder's fsync fails, the new content is in place and it is an error all the same: it may not survive.)
// Blocks for the duration of the fsync: small files only.
Status writeDurably(const QString &path, const QByteArray &content, unsigned mode = 0600);

// The same for a file of the user's: one that is there keeps its permission bits, owner and group; a new one gets
// `modeIfNew`. Errors: io also when owner or group cannot be kept; refused for a file that is write-protected; invalid
// for what is no regular file.
Status replaceDurably(const QString &path, const QByteArray &content, unsigned modeIfNew = 0644);

// The same for a file that is not there yet: one that is, also a symbolic link, is left as it is. Never half-written,
// not even for a moment. Errors: conflict (it is there), io.
Status createDurably(const QString &path, const QByteArray &content, unsigned mode = 0600);

// The whole file, at most `limit` bytes; a larger one, a folder or a device is refused. Errors: notFound, refused,
// invalid, io.
Result<QByteArray> readBounded(const QString &path, qint64 limit);

// Makes the folder and its parents with mode 0700 for those that it makes. Errors: io.
Status makePrivateFolder(const QString &path);

} // namespace mediahelm::base
