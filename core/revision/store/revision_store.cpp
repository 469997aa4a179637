// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/revision_store.h"

#include "core/revision/store/store_names.h"
#include "core/revision/store/store_parts.h"
#include "core/revision/store/store_records.h"

#include <QSet>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

Status readFiles(const Repository &repository, const ObjectId &revision, QSet<QByteArray> &known)
{
    const auto tree = treeOf(repository, revision);
    if (!tree.ok())
        return tree.error();
    const auto index = repository.index(*tree);
    if (!index.ok()) // what others commit may be no snapshot, and is no damage
        return index.error().kind == ErrorKind::invalid ? Status() : index.error();
    for (const TreeFile &file : *index) {
        if (known.contains(file.id.hex()))
            continue;
        if (const auto bytes = repository.read(file.id, GIT_OBJECT_BLOB); !bytes.ok())
            return bytes.error();
        known.insert(file.id.hex());
    }
    return {};
}

Error lostBranch()
{
    return Error{ErrorKind::internal, QStringLiteral("the revision store is damaged"),
                 QStringLiteral("%1 is gone").arg(QLatin1String(mainBranch))};
}

// What is needed for the store to go on.
Status lookAt(const Repository &repository)
{
    if (Status sound = repository.checkHead(); !sound.ok())
        return sound;
    const auto reader = RevisionReader::open(repository);
    if (!reader.ok())
        return reader.error();
    const auto head = repository.ref(mainBranch);
    if (!head.ok())
        return head.error();
    if (!*head) {
        const auto notes = repository.ref(deploymentNotes);
        return !reader->tags().isEmpty() || (notes.ok() && *notes) ? Status(lostBranch()) : Status();
    }
    if (const auto newest = reader->read(**head); !newest.ok())
        return newest.error();
    QSet<QByteArray> known;
    return readFiles(repository, **head, known);
}

} // namespace

RevisionStore::Parts::Parts(FolderLock &folderLock, const base::Clock &wallClock)
    : lock(folderLock)
    , clock(wallClock)
    , folder(folderLock, wallClock)
{
}

Result<Repository *> RevisionStore::Parts::repository()
{
    const quint64 identity = folder.identity();
    if (m_repository && identity == m_identity)
        return m_repository.get();
    m_repository.reset();
    history.forget();
    if (identity == 0)
        return static_cast<Repository *>(nullptr);
    auto opened = Repository::open(folder.path());
    if (!opened.ok())
        return opened.error();
    m_repository = std::move(*opened);
    m_identity = identity;
    return m_repository.get();
}

Result<Repository *> RevisionStore::Parts::standing()
{
    auto found = repository();
    if (found.ok() && !*found)
        return Error{ErrorKind::notFound, QStringLiteral("the workspace has no revisions yet"), {}};
    return found;
}

Result<Repository *> RevisionStore::Parts::writable(FolderLock::Lease &lease)
{
    if (!folder.exists()) {
        if (Status made = folder.make(); !made.ok())
            return made.error();
    }
    if (Status mended = folder.mend(lease.formerDied()); !mended.ok())
        return mended.error();
    lease.setMended();
    auto found = standing();
    if (!found.ok())
        return found;
    const auto head = (*found)->ref(mainBranch);
    if (head.ok() && !*head) { // never a second beginning
        if (Status looked = lookAt(**found); !looked.ok())
            return looked.error();
    }
    return found;
}

Status RevisionStore::Parts::demand(const Repository &repository, const model::RevisionId &id) const
{
    const auto type = id.isEmpty() ? Result<git_object_t>() : repository.typeOf(asObjectId(id));
    if (!type.ok() && type.error().kind == ErrorKind::io)
        return type.error();
    if (!type.ok() || *type != GIT_OBJECT_COMMIT)
        return Error{ErrorKind::notFound, QStringLiteral("there is no revision %1").arg(id.text()), {}};
    return {};
}

RevisionStore::RevisionStore(FolderLock &lock, const base::Clock &clock)
    : m_parts(std::make_unique<Parts>(lock, clock))
{
}

RevisionStore::~RevisionStore() = default;

StoreCheck RevisionStore::check()
{
    StoreCheck check;
    check.folder = m_parts->folder.path();
    check.aside = m_parts->folder.asideStem();
    const auto repository = m_parts->repository();
    if (repository.ok() && !*repository)
        return check;
    const Status looked = repository.ok() ? lookAt(**repository) : Status(repository.error());
    if (looked.ok()) {
        check.state = StoreState::good;
        return check;
    }
    const Error &error = looked.error();
    check.state = error.kind == ErrorKind::unsupported ? StoreState::tooNew
        : error.kind == ErrorKind::internal            ? StoreState::damaged
                                                       : StoreState::unreadable;
    check.detail = error.detail.isEmpty() ? error.message : error.message + QStringLiteral(": ") + error.detail;
    return check;
}

Status RevisionStore::verify()
{
    const auto repository = m_parts->repository();
    if (!repository.ok())
        return repository.error();
    if (!*repository)
        return {};
    if (Status looked = lookAt(**repository); !looked.ok())
        return looked;
    const auto ids = m_parts->history.read(**repository);
    if (!ids.ok())
        return ids.error();
    const auto reader = RevisionReader::open(**repository);
    if (!reader.ok())
        return reader.error();
    QSet<QByteArray> known;
    for (const ObjectId &id : **ids) {
        if (const auto revision = reader->read(id); !revision.ok())
            return revision.error();
        if (Status files = readFiles(**repository, id, known); !files.ok())
            return files;
    }
    return {};
}

Result<QString> RevisionStore::beginAnew()
{
    if (!m_parts->folder.exists())
        return m_parts->standing().error();
    auto lease = m_parts->lock.take(QStringLiteral("beginning a new revision store"));
    if (!lease.ok())
        return lease.error();
    const StoreCheck now = check();
    if (now.state != StoreState::damaged && now.state != StoreState::absent)
        return Error{ErrorKind::conflict, QStringLiteral("the revision store is not damaged"), now.detail};
    auto aside = m_parts->folder.setAside();
    if (!aside.ok())
        return aside;
    if (const auto fresh = m_parts->writable(*lease); !fresh.ok())
        return fresh.error();
    return aside;
}

} // namespace mediahelm::revision
