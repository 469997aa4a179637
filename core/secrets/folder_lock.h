// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/base/unique_fd.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace mediahelm::secrets {

// The right to change what a folder's owner keeps, against other processes and against others in this one: flock(2) on
// the folder itself, which ends with the process. Whoever holds the last pointer lets go.
using HeldLock = std::shared_ptr<const base::UniqueFd>;

// Waits for it without blocking. Makes the folder, 0700, when it is missing. A file system without locks is worked on
// without one. Owned by `parent` until it finishes; main thread. Errors: timeout (somebody else holds it all the time),
// cancelled, io.
QFuture<base::Result<HeldLock>> lockFolder(const QString &folder, std::chrono::milliseconds deadline, QObject *parent);

} // namespace mediahelm::secrets
