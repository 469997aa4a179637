// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace mediahelm::base {

// Changes of folders that survive a power cut once they succeeded. Each blocks for its fsyncs. Errors: refused,
// conflict (something stands there), notFound, io.

// The folder with those above it, mode 0755 for those that are made; nothing where it is there.
Status makeFolderDurably(const QString &path);
// Another name on the same file system, at once or not at all; what stands at `to` is left alone.
Status renameDurably(const QString &from, const QString &to);
// A file, or a symbolic link itself.
Status removeDurably(const QString &path);

} // namespace mediahelm::base
