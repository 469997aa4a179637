// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/file_diff.h"
#include "core/revision/store/folder_lock.h"
#include "core/revision/store/save_request.h"

#include <memory>
#include <optional>

namespace mediahelm::revision {

enum class StoreState {
    absent, // nothing was saved yet
    good,
    damaged, // beginAnew() sets it aside, when the user wishes
    unreadable, // the system refuses: permission, disk, descriptors
    tooNew, // another program's format; it is left alone
};

struct StoreCheck {
    StoreState state = StoreState::absent;
    QString detail; // what is wrong, in git's words
    QString folder = {}; // of the store, absolute, also where there is none
    QString aside = {}; // what beginAnew() would rename it to; a time follows
};

// A workspace's revisions: a bare git repository in ".mediahelm/revisions.git", apart from any that the user keeps
// there. Plain git reads it: git --git-dir .mediahelm/revisions.git log --notes=deployments. A revision is a commit on
// "main"; git_text.h says what else is kept and how. Nothing is made before the first save.
//
// Blocks for disk and fsync: owned by one thread that may, which is its only one; other processes are kept out while it
// writes by the lock. What a call has said to be done survives a power cut; a call that failed, or was killed, has
// changed nothing that the store tells.
//
// Errors of all: io (also a full disk, in the system's words), refused (no permission), internal (damaged: see
// check()), unsupported (too new), conflict (of writers: another process is at work here, and who), and as said.
class RevisionStore
{
public:
    // Both are borrowed.
    RevisionStore(FolderLock &lock, const base::Clock &clock);
    ~RevisionStore();
    RevisionStore(const RevisionStore &) = delete;
    RevisionStore &operator=(const RevisionStore &) = delete;

    // A look at what a start needs: the refs and every file of the newest revision. Never an error of its own.
    StoreCheck check();
    // Reads every object of every revision.
    base::Status verify();

    // The newest one; nullopt when there is none.
    base::Result<std::optional<model::Revision>> head();
    // Newest first, at most `limit` (1 to 1,000), beginning with `from` or the newest. With a filter a page ends also
    // after 2,000 revisions looked at. Errors: notFound.
    base::Result<model::RevisionPage> list(const model::RevisionFilter &filter, int limit,
                                           const std::optional<model::RevisionId> &from = std::nullopt);
    // "head", a tag, or at least 4 digits of an id. Errors: notFound, conflict (several begin so).
    base::Result<model::Revision> resolve(const QString &text);
    base::Result<Snapshot>
    show(const model::RevisionId &id); // notFound; invalid when somebody committed no plain files
    base::Result<QByteArray> file(const model::RevisionId &id, const model::FilePath &path); // notFound
    // What makes `before` (nullopt: nothing at all) into `after`. Errors: notFound.
    base::Result<model::Changes> diff(const std::optional<model::RevisionId> &before, const model::RevisionId &after);
    // What makes the newest revision into what is on disk now; save it with RevisionKind::external to keep it apart.
    base::Result<model::Changes> externalChange(const Snapshot &onDisk);
    base::Result<QList<model::Tag>> tags(); // ordered by name
    base::Result<QList<model::Deployment>> deployments(const model::RevisionId &id); // oldest first

    // Errors: invalid (author, message, services; nothing at all to save), refused (a secret, with file and line),
    // conflict (not based on the newest).
    base::Result<SaveOutcome> save(const SaveRequest &request);
    // Notes how a run of the revision went; a healthy one moves the tag "last-good". The same again changes nothing.
    // Errors: notFound, invalid.
    base::Status record(const model::RevisionId &id, const model::Deployment &deployment);
    // `tag.when` is ours to set; without a message it has neither time nor author. Errors: notFound, invalid, conflict
    // (there is one of that name).
    base::Status addTag(const model::Tag &tag);
    base::Status removeTag(const model::TagName &name); // notFound
    // Renames a store that is damaged, never deletes it, and begins an empty one. Gives the old one's new path. Errors:
    // notFound (there is none), conflict (it is not damaged).
    base::Result<QString> beginAnew();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace mediahelm::revision
