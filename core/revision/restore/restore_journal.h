// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/restore/restore_plan.h"

namespace mediahelm::revision {

// What a restore is about to do, kept in ".mediahelm/restore.journal" while it does it: its being there is the promise
// to finish. It holds each file as it was and as it is to be, so that the way leads on and back; nothing in it is more
// secret than the files. Functions over a folder; the restorer's thread, under its lock.

// Replaced at once; durable. Errors: io.
base::Status writeJournal(const QString &folder, const QList<RestoreStep> &steps);
// nullopt: there is none. Errors: invalid (damaged, or of a newer program), io, refused.
base::Result<std::optional<QList<RestoreStep>>> readJournal(const QString &folder);
// Durable. Errors: io.
base::Status removeJournal(const QString &folder);
bool hasJournal(const QString &folder);

} // namespace mediahelm::revision
