// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/revision.h"
#include "core/revision/store/repository.h"

#include <utility>

namespace mediahelm::revision {

// Says which revisions a filter lets through, asked from newer to older. Owned by one call of the store; its thread.
class RevisionMatcher
{
public:
    // Both are borrowed.
    RevisionMatcher(const Repository &repository, const model::RevisionFilter &filter);

    bool letsAllThrough() const;
    // Errors: as Repository's.
    base::Result<bool> matches(const model::Revision &revision);

private:
    bool matchesText(const model::Revision &revision) const;
    base::Result<bool> matchesPath(const model::Revision &revision) const;
    base::Result<bool> matchesContent(const model::Revision &revision);
    base::Result<TreeIndex> indexOf(const model::RevisionId &id);
    base::Result<qsizetype> timesIn(const TreeIndex &index, const model::FilePath &path) const;

    const Repository &m_repository;
    const model::RevisionFilter &m_filter;
    std::pair<model::RevisionId, TreeIndex> m_lastParent; // which is asked about next
};

} // namespace mediahelm::revision
