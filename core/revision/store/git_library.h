// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace mediahelm::revision {

// libgit2, set up by the first of these for as long as the process lives: everything that is written is fsynced,
// objects that are read are checked against their id, and no configuration of the user or the machine counts, so that a
// store is the same for everybody. It is set up once since its options are the process's, and changing them beside a
// thread that uses them corrupts memory. Owned by each store; any thread.
class GitLibrary
{
public:
    GitLibrary();
};

// What libgit2 says of the call that has just failed with `code`: conflict when a lock file is in the way, io when the
// machine refused, else internal: then the store is damaged.
base::Error gitError(const QString &what, int code);

} // namespace mediahelm::revision
