// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/revision.h"
#include "core/revision/store/repository.h"

#include <QHash>

namespace mediahelm::revision {

// What the store's commits, tags and notes say, as values. Functions over a repository; its thread. Errors: as
// Repository's.

model::RevisionId asRevisionId(const ObjectId &id);
ObjectId asObjectId(const model::RevisionId &id);

// Tags of revisions, by name; tags of anything else are left out.
base::Result<QList<model::Tag>> readTags(const Repository &repository);

// The deployments that are noted for revisions, with the notes' folder read once.
class DeploymentNotes
{
public:
    static base::Result<DeploymentNotes> open(const Repository &repository);

    base::Result<QList<model::Deployment>> of(const model::RevisionId &id) const; // oldest first

    // Appends it, unless it stands there already. The lock is held.
    static base::Status append(Repository &repository, const model::RevisionId &id,
                               const model::Deployment &deployment);

private:
    explicit DeploymentNotes(const Repository &repository)
        : m_repository(&repository)
    {
    }
    base::Result<QByteArray> textOf(const model::RevisionId &id) const;

    const Repository *m_repository;
    std::optional<ObjectId> m_commit;
    std::optional<ObjectId> m_tree;
};

// Makes revisions of commits, with what tags and notes say of them.
class RevisionReader
{
public:
    static base::Result<RevisionReader> open(const Repository &repository);

    base::Result<model::Revision> read(const ObjectId &id) const;
    const QList<model::Tag> &tags() const { return m_tags; }

private:
    RevisionReader(const Repository &repository, DeploymentNotes notes, QList<model::Tag> tags);

    const Repository *m_repository;
    DeploymentNotes m_notes;
    QList<model::Tag> m_tags;
    QHash<model::RevisionId, QStringList> m_tagsOf;
};

// The id of the folder that a revision's files are in.
base::Result<ObjectId> treeOf(const Repository &repository, const ObjectId &revision);

} // namespace mediahelm::revision
