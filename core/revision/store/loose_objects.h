// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <git2.h>

namespace mediahelm::revision {

// Lets a database of libgit2 read loose objects through this instead of its own reading, which never ends on one that
// is cut (1.5 inflates for ever when the input is over too soon). Writing, packs and searching stay libgit2's. The
// database owns what is added. Gives libgit2's error code.
int readLooseObjectsCarefully(git_odb *database, const QString &objectsFolder);

} // namespace mediahelm::revision
