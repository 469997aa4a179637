// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/repository.h"
#include "core/revision/store/revision.h"

#include <utility>

namespace mediahelm::revision {

// Says which revisions a filter lets through, asked from newer to older. Owned by one call of the store; its thread.
class RevisionMatcher
{
public:
    // Both are borrowed.
    RevisionMatcher(const Repository &repository, const RevisionFilter &filter);

    bool letsAllThrough() const;
    // Errors: as Repository's.
    base::Result<bool> matches(const Revision &revision);

private:
    bool matchesText(const Revision &revision) const;
    base::Result<bool> matchesPath(const Revision &revision) const;
    base::Result<bool> matchesContent(const Revision &revision);
    base::Result<TreeIndex> indexOf(const RevisionId &id);
    base::Result<qsizetype> timesIn(const TreeIndex &index, const FilePath &path) const;

    const Repository &m_repository;
    const RevisionFilter &m_filter;
    std::pair<RevisionId, TreeIndex> m_lastParent; // which is asked about next
};

} // namespace mediahelm::revision
