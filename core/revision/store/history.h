// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/repository.h"

#include <vector>

namespace mediahelm::revision {

// The ids of all revisions, newest first, kept between calls and read on from where the branch has moved. Follows first
// parents, so that a merge that somebody makes with git is one revision. Owned by the store; its thread.
class History
{
public:
    // As of now; empty when there is none. Errors: as Repository's.
    base::Result<const std::vector<ObjectId> *> read(const Repository &repository);
    void forget() { m_ids.clear(); }

private:
    std::vector<ObjectId> m_ids;
};

} // namespace mediahelm::revision
