// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/revision_store.h"

#include "core/revision/store/differ.h"
#include "core/revision/store/revision_matcher.h"
#include "core/revision/store/store_names.h"
#include "core/revision/store/store_parts.h"
#include "core/revision/store/store_records.h"

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr int longestPage = 1'000;
constexpr int mostLookedAt = 2'000;
constexpr qsizetype shortestPrefix = 4;

Error notFound(const QString &what)
{
    return Error{ErrorKind::notFound, QStringLiteral("there is no revision %1").arg(what), {}};
}

bool isHexadecimal(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

// The one revision whose id begins so.
Result<ObjectId> byPrefix(const std::vector<ObjectId> &ids, const QString &text)
{
    const QByteArray prefix = text.toLatin1();
    std::optional<ObjectId> found;
    for (const ObjectId &id : ids) {
        if (!id.hex().startsWith(prefix))
            continue;
        if (found)
            return Error{ErrorKind::conflict, QStringLiteral("more than one revision begins with %1").arg(text), {}};
        found = id;
    }
    if (!found)
        return notFound(text);
    return *found;
}

Result<TreeIndex> indexOf(const Repository &repository, const model::RevisionId &id)
{
    const auto tree = treeOf(repository, asObjectId(id));
    if (!tree.ok())
        return tree.error();
    return repository.index(*tree);
}

// Which revisions a page goes through.
struct Walk {
    std::size_t begin = 0;
    std::size_t end = 0; // beyond the last one that may be looked at
    int limit = 1;
};

Result<model::RevisionPage> readPage(const Repository &repository, const std::vector<ObjectId> &ids,
                                     const model::RevisionFilter &filter, const Walk &walk)
{
    const auto reader = RevisionReader::open(repository);
    if (!reader.ok())
        return reader.error();
    RevisionMatcher matcher(repository, filter);
    model::RevisionPage page;
    page.total = qsizetype(ids.size());
    std::size_t at = walk.begin;
    for (; at < walk.end && page.revisions.size() < walk.limit; ++at) {
        auto revision = reader->read(ids[at]);
        if (!revision.ok())
            return revision.error();
        const auto matches = matcher.matches(*revision);
        if (!matches.ok())
            return matches.error();
        if (*matches)
            page.revisions.append(std::move(*revision));
    }
    if (at < ids.size())
        page.next = asRevisionId(ids[at]);
    return page;
}

} // namespace

Result<std::optional<model::Revision>> RevisionStore::head()
{
    auto page = list({}, 1);
    if (!page.ok())
        return page.error();
    return page->revisions.isEmpty() ? std::nullopt : std::optional(page->revisions.first());
}

Result<model::RevisionPage> RevisionStore::list(const model::RevisionFilter &filter, int limit,
                                                const std::optional<model::RevisionId> &from)
{
    const auto repository = m_parts->repository();
    if (!repository.ok())
        return repository.error();
    if (!*repository)
        return from ? Result<model::RevisionPage>(notFound(from->text())) : model::RevisionPage();
    const auto ids = m_parts->history.read(**repository);
    if (!ids.ok())
        return ids.error();
    auto begin = (*ids)->begin();
    if (from) {
        begin = std::find((*ids)->begin(), (*ids)->end(), asObjectId(*from));
        if (begin == (*ids)->end())
            return notFound(from->text());
    }
    Walk walk;
    walk.begin = std::size_t(begin - (*ids)->begin());
    walk.end = std::min((*ids)->size(), walk.begin + mostLookedAt);
    walk.limit = std::clamp(limit, 1, longestPage);
    return readPage(**repository, **ids, filter, walk);
}

Result<model::Revision> RevisionStore::resolve(const QString &text)
{
    const auto repository = m_parts->standing();
    if (!repository.ok())
        return repository.error();
    const auto ids = m_parts->history.read(**repository);
    if (!ids.ok())
        return ids.error();
    const auto reader = RevisionReader::open(**repository);
    if (!reader.ok())
        return reader.error();

    const QString name = text.trimmed();
    if (name.compare(u"head", Qt::CaseInsensitive) == 0 && !(*ids)->empty())
        return reader->read((*ids)->front());
    const auto tag = std::find_if(reader->tags().begin(), reader->tags().end(),
                                  [&](const model::Tag &one) { return one.name.text() == name; });
    if (tag != reader->tags().end())
        return reader->read(asObjectId(tag->revision));
    if (name.size() < shortestPrefix || !isHexadecimal(name.toLower()))
        return notFound(name.left(80));
    const auto id = byPrefix(**ids, name.toLower());
    if (!id.ok())
        return id.error();
    return reader->read(*id);
}

Result<Snapshot> RevisionStore::show(const model::RevisionId &id)
{
    const auto repository = m_parts->standing();
    if (!repository.ok())
        return repository.error();
    if (Status known = m_parts->demand(**repository, id); !known.ok())
        return known.error();
    const auto index = indexOf(**repository, id);
    if (!index.ok())
        return index.error();
    Snapshot snapshot;
    for (auto it = index->begin(); it != index->end(); ++it) {
        auto bytes = (*repository)->read(it->id, GIT_OBJECT_BLOB);
        if (!bytes.ok())
            return bytes.error();
        if (Status added = snapshot.add(it.key(), {std::move(*bytes), it->executable}); !added.ok())
            return added.error();
    }
    return snapshot;
}

Result<QByteArray> RevisionStore::file(const model::RevisionId &id, const model::FilePath &path)
{
    const auto repository = m_parts->standing();
    if (!repository.ok())
        return repository.error();
    if (Status known = m_parts->demand(**repository, id); !known.ok())
        return known.error();
    const auto index = indexOf(**repository, id);
    if (!index.ok())
        return index.error();
    const auto found = index->constFind(path);
    if (found == index->constEnd())
        return Error{ErrorKind::notFound, QStringLiteral("the revision has no file %1").arg(path.text()), {}};
    return (*repository)->read(found->id, GIT_OBJECT_BLOB);
}

Result<model::Changes> RevisionStore::diff(const std::optional<model::RevisionId> &before,
                                           const model::RevisionId &after)
{
    const auto repository = m_parts->standing();
    if (!repository.ok())
        return repository.error();
    const auto side = [&](const model::RevisionId &id) -> Result<DiffSide> {
        if (Status known = m_parts->demand(**repository, id); !known.ok())
            return known.error();
        auto index = indexOf(**repository, id);
        if (!index.ok())
            return index.error();
        return sideOf(**repository, std::move(*index));
    };
    const auto left = before ? side(*before) : Result<DiffSide>(DiffSide());
    if (!left.ok())
        return left.error();
    const auto right = side(after);
    if (!right.ok())
        return right.error();
    return compare(*left, *right);
}

Result<model::Changes> RevisionStore::externalChange(const Snapshot &onDisk)
{
    const auto disk = sideOf(onDisk);
    if (!disk.ok())
        return disk.error();
    const auto repository = m_parts->repository();
    if (!repository.ok())
        return repository.error();
    const auto newest = *repository ? (*repository)->ref(mainBranch) : Result<std::optional<ObjectId>>(std::nullopt);
    if (!newest.ok())
        return newest.error();
    DiffSide kept;
    if (*newest) {
        auto index = indexOf(**repository, asRevisionId(**newest));
        if (!index.ok())
            return index.error();
        kept = sideOf(**repository, std::move(*index));
    }
    return compare(kept, *disk);
}

Result<QList<model::Tag>> RevisionStore::tags()
{
    const auto repository = m_parts->repository();
    if (!repository.ok())
        return repository.error();
    return *repository ? readTags(**repository) : QList<model::Tag>();
}

Result<QList<model::Deployment>> RevisionStore::deployments(const model::RevisionId &id)
{
    const auto repository = m_parts->standing();
    if (!repository.ok())
        return repository.error();
    if (Status known = m_parts->demand(**repository, id); !known.ok())
        return known.error();
    const auto notes = DeploymentNotes::open(**repository);
    if (!notes.ok())
        return notes.error();
    return notes->of(id);
}

} // namespace mediahelm::revision
