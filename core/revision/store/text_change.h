// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/file_diff.h"

namespace mediahelm::revision {

// What makes one text of a file into another, hunks with three lines of context; its kind is `changed`. Pure; any
// thread. Errors: internal, in git's words.
base::Result<model::FileChange> textChange(const model::FilePath &path, const QByteArray &before,
                                           const QByteArray &after);

} // namespace mediahelm::revision
