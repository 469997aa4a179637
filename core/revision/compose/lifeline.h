// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"

namespace mediahelm::revision {

// Ties a child's process group to this program: a watcher in that group ends the whole of it with SIGKILL as soon as
// this program has ended, however it did. (The kernel's own "parent death signal" reaches one process, and not those
// that it has started: docker starts Compose as a child.) Owned by who starts the child, and must live until that has
// ended; its thread.
class Lifeline
{
public:
    Lifeline(); // invalid where there are no descriptors left

    bool valid() const { return m_ours.valid(); }

    // For the child between fork or vfork and exec, after it has begun to lead a group. Calls only what a signal
    // handler might.
    void startWatcher() const;

    void childHasEnded() const; // the watcher is not needed any more

private:
    base::UniqueFd m_ours;
    base::UniqueFd m_childs;
};

} // namespace mediahelm::revision
