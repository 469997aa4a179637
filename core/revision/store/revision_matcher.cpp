// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/revision_matcher.h"

#include "core/revision/store/store_records.h"

#include <algorithm>

namespace mediahelm::revision {

using base::ErrorKind;
using base::Result;

RevisionMatcher::RevisionMatcher(const Repository &repository, const model::RevisionFilter &filter)
    : m_repository(repository)
    , m_filter(filter)
{
}

bool RevisionMatcher::letsAllThrough() const
{
    return m_filter.service.isEmpty() && m_filter.path.isEmpty() && m_filter.text.isEmpty()
        && m_filter.content.isEmpty();
}

Result<bool> RevisionMatcher::matches(const model::Revision &revision)
{
    if (!m_filter.service.isEmpty() && !revision.services.contains(m_filter.service))
        return false;
    if (!m_filter.text.isEmpty() && !matchesText(revision))
        return false;
    if (!m_filter.path.isEmpty()) {
        const auto changed = matchesPath(revision);
        if (!changed.ok() || !*changed)
            return changed;
    }
    return m_filter.content.isEmpty() ? Result<bool>(true) : matchesContent(revision);
}

bool RevisionMatcher::matchesText(const model::Revision &revision) const
{
    const QString &text = m_filter.text;
    const auto has = [&](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return has(revision.message) || has(revision.author.name) || has(revision.author.email)
        || revision.id.text().startsWith(text, Qt::CaseInsensitive)
        || std::any_of(revision.services.begin(), revision.services.end(), has)
        || std::any_of(revision.tags.begin(), revision.tags.end(), has);
}

// A file or a folder has another id when anything in it has changed.
Result<bool> RevisionMatcher::matchesPath(const model::Revision &revision) const
{
    const auto at = [&](const model::RevisionId &id) -> Result<std::optional<ObjectId>> {
        const auto tree = treeOf(m_repository, asObjectId(id));
        if (!tree.ok())
            return tree.error();
        return m_repository.lookUp(*tree, m_filter.path);
    };
    const auto now = at(revision.id);
    if (!now.ok())
        return now.error();
    const auto before = revision.parent ? at(*revision.parent) : Result<std::optional<ObjectId>>(std::nullopt);
    if (!before.ok())
        return before.error();
    return !(*now == *before);
}

Result<TreeIndex> RevisionMatcher::indexOf(const model::RevisionId &id)
{
    if (m_lastParent.first == id && !id.isEmpty())
        return m_lastParent.second;
    const auto tree = treeOf(m_repository, asObjectId(id));
    if (!tree.ok())
        return tree.error();
    auto index = m_repository.index(*tree);
    if (!index.ok() && index.error().kind == ErrorKind::invalid)
        return TreeIndex(); // of somebody's commit of no plain files
    return index;
}

Result<qsizetype> RevisionMatcher::timesIn(const TreeIndex &index, const model::FilePath &path) const
{
    const auto file = index.constFind(path);
    if (file == index.constEnd())
        return qsizetype(0);
    const auto bytes = m_repository.read(file->id, GIT_OBJECT_BLOB);
    if (!bytes.ok())
        return bytes.error();
    return bytes->count(m_filter.content);
}

Result<bool> RevisionMatcher::matchesContent(const model::Revision &revision)
{
    const auto now = indexOf(revision.id);
    if (!now.ok())
        return now.error();
    const auto before = revision.parent ? indexOf(*revision.parent) : Result<TreeIndex>(TreeIndex());
    if (!before.ok())
        return before.error();
    if (revision.parent)
        m_lastParent = {*revision.parent, *before};

    QList<model::FilePath> paths = now->keys();
    for (auto file = before->cbegin(); file != before->cend(); ++file) {
        if (!now->contains(file.key()))
            paths.append(file.key());
    }
    for (const model::FilePath &path : std::as_const(paths)) {
        const auto is = now->constFind(path);
        const auto was = before->constFind(path);
        if (is != now->constEnd() && was != before->constEnd() && is->id == was->id)
            continue;
        const auto timesNow = timesIn(*now, path);
        const auto timesBefore = timesIn(*before, path);
        if (!timesNow.ok() || !timesBefore.ok())
            return timesNow.ok() ? timesBefore.error() : timesNow.error();
        if (*timesNow != *timesBefore)
            return true;
    }
    return false;
}

} // namespace mediahelm::revision
