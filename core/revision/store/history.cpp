// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/history.h"

#include "core/revision/store/git_text.h"
#include "core/revision/store/store_names.h"

namespace mediahelm::revision {

using base::Result;

Result<const std::vector<ObjectId> *> History::read(const Repository &repository)
{
    const auto head = repository.ref(mainBranch);
    if (!head.ok())
        return head.error();
    std::vector<ObjectId> fresh;
    std::optional<ObjectId> at = *head;
    while (at && (m_ids.empty() || !(*at == m_ids.front()))) {
        const auto text = repository.read(*at, GIT_OBJECT_COMMIT);
        if (!text.ok())
            return text.error();
        fresh.push_back(*at);
        at = ObjectId::fromHex(readCommit(*text).parent);
    }
    if (!at)
        m_ids.clear(); // the branch does not come from where it was
    m_ids.insert(m_ids.begin(), fresh.begin(), fresh.end());
    return &m_ids;
}

} // namespace mediahelm::revision
