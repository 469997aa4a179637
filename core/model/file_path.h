// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

namespace mediahelm::model {

// Where a file lies in its workspace: parts joined by '/', relative to the workspace's folder. At most 1,024 bytes of
// UTF-8 and 255 for each part; no part is empty, "." or ".."; no control character and no '\'. Not in ".mediahelm",
// which is ours, and no part is what git or a file system could take for ".git".
struct FilePathRule {
    static bool accepts(QStringView text);
    static QString describe();
};

using FilePath = base::ValidatedName<FilePathRule>;

// The part before the last '/', or empty.
QString folderOf(const FilePath &path);

// Whether a path is that of a folder, or leads to something in it: by the texts alone, both of which are clean.
bool isWithin(const QString &path, const QString &folder);

} // namespace mediahelm::model
