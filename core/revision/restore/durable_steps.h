// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace mediahelm::revision {

// Durable changes of folders, beside base::writeDurably. Any thread.

// Unlinks it; nothing there is fine. Errors: io.
base::Status removeDurably(const QString &path);
// Makes `folder`, relative to `root`, and its parents below it, 0755. Errors: io.
base::Status makeFolders(const QString &root, const QString &folder);
// Removes `folder`, relative to `root`, and its parents below it, as far as they are empty. Errors: io.
base::Status removeEmptyFolders(const QString &root, const QString &folder);

} // namespace mediahelm::revision
