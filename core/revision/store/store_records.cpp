// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/store_records.h"

#include "core/revision/store/git_text.h"
#include "core/revision/store/store_names.h"

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qsizetype largestNote = 1024 * 1024;

// A note's place: two digits of the id are the folder, the others the file.
QByteArray noteFolder(const model::RevisionId &id)
{
    return id.text().left(2).toLatin1();
}
QByteArray noteName(const model::RevisionId &id)
{
    return id.text().mid(2).toLatin1();
}

Error damaged(const QString &what)
{
    return Error{ErrorKind::internal, QStringLiteral("%1: the revision store is damaged").arg(what), {}};
}

} // namespace

model::RevisionId asRevisionId(const ObjectId &id)
{
    return *model::RevisionId::parse(QString::fromLatin1(id.hex()));
}

ObjectId asObjectId(const model::RevisionId &id)
{
    return ObjectId::fromHex(id.text().toLatin1()).value_or(ObjectId());
}

Result<ObjectId> treeOf(const Repository &repository, const ObjectId &revision)
{
    const auto text = repository.read(revision, GIT_OBJECT_COMMIT);
    if (!text.ok())
        return text.error();
    const auto tree = ObjectId::fromHex(readCommit(*text).tree);
    if (!tree)
        return damaged(QStringLiteral("a revision has no files"));
    return *tree;
}

Result<QList<model::Tag>> readTags(const Repository &repository)
{
    const auto refs = repository.refs(tagPrefix);
    if (!refs.ok())
        return refs.error();
    QList<model::Tag> tags;
    for (const auto &[name, target] : *refs) {
        const auto valid = model::TagName::parse(QString::fromUtf8(name));
        if (!valid.ok())
            continue;
        model::Tag tag;
        tag.name = *valid;
        ObjectId id = target;
        auto type = repository.typeOf(id);
        if (type.ok() && *type == GIT_OBJECT_TAG) {
            const auto text = repository.read(id, GIT_OBJECT_TAG);
            if (!text.ok())
                return text.error();
            id = ObjectId::fromHex(readTag(*text, tag)).value_or(ObjectId());
            type = repository.typeOf(id);
        }
        if (!type.ok())
            return type.error();
        if (*type != GIT_OBJECT_COMMIT)
            continue;
        tag.revision = asRevisionId(id);
        tags.append(tag);
    }
    std::sort(tags.begin(), tags.end(), [](const model::Tag &a, const model::Tag &b) { return a.name < b.name; });
    return tags;
}

Result<DeploymentNotes> DeploymentNotes::open(const Repository &repository)
{
    DeploymentNotes notes(repository);
    const auto commit = repository.ref(deploymentNotes);
    if (!commit.ok())
        return commit.error();
    notes.m_commit = *commit;
    if (notes.m_commit) {
        const auto tree = treeOf(repository, *notes.m_commit);
        if (!tree.ok())
            return tree.error();
        notes.m_tree = *tree;
    }
    return notes;
}

Result<QByteArray> DeploymentNotes::textOf(const model::RevisionId &id) const
{
    if (!m_tree)
        return QByteArray();
    const auto blob = m_repository->lookUp(*m_tree, QString::fromLatin1(noteFolder(id) + '/' + noteName(id)));
    if (!blob.ok())
        return blob.error();
    return *blob ? m_repository->read(**blob, GIT_OBJECT_BLOB) : QByteArray();
}

Result<QList<model::Deployment>> DeploymentNotes::of(const model::RevisionId &id) const
{
    const auto text = textOf(id);
    if (!text.ok())
        return text.error();
    return readDeployments(*text);
}

Status DeploymentNotes::append(Repository &repository, const model::RevisionId &id, const model::Deployment &deployment)
{
    const auto notes = open(repository);
    if (!notes.ok())
        return notes.error();
    const auto before = notes->textOf(id);
    if (!before.ok())
        return before.error();
    if (readDeployments(*before).contains(deployment))
        return {};
    const QByteArray text = *before + (before->isEmpty() ? "" : "\n") + deploymentText(deployment);
    if (text.size() > largestNote)
        return Error{ErrorKind::invalid, QStringLiteral("the revision has too many deployments"), {}};

    const auto blob = repository.write(text, GIT_OBJECT_BLOB);
    if (!blob.ok())
        return blob.error();
    const auto tree = repository.withFile(notes->m_tree, noteFolder(id), noteName(id), *blob);
    if (!tree.ok())
        return tree.error();
    const QByteArray message = verdictName(deployment.verdict).toLatin1() + ": " + id.text().toLatin1();
    const auto commit =
        repository.write(commitText({tree->hex(), notes->m_commit ? notes->m_commit->hex() : QByteArray(),
                                     deployment.by, deployment.when, message}),
                         GIT_OBJECT_COMMIT);
    if (!commit.ok())
        return commit.error();
    return repository.moveRef(deploymentNotes, notes->m_commit, *commit);
}

Result<RevisionReader> RevisionReader::open(const Repository &repository)
{
    auto tags = readTags(repository);
    if (!tags.ok())
        return tags.error();
    const auto notes = DeploymentNotes::open(repository);
    if (!notes.ok())
        return notes.error();
    return RevisionReader(repository, *notes, std::move(*tags));
}

RevisionReader::RevisionReader(const Repository &repository, DeploymentNotes notes, QList<model::Tag> tags)
    : m_repository(&repository)
    , m_notes(notes)
    , m_tags(std::move(tags))
{
    for (const model::Tag &tag : std::as_const(m_tags))
        m_tagsOf[tag.revision].append(tag.name.text());
}

Result<model::Revision> RevisionReader::read(const ObjectId &id) const
{
    const auto text = m_repository->read(id, GIT_OBJECT_COMMIT);
    if (!text.ok())
        return text.error();
    const CommitParts parts = readCommit(*text);
    model::Revision revision;
    revision.id = asRevisionId(id);
    if (const auto parent = ObjectId::fromHex(parts.parent))
        revision.parent = asRevisionId(*parent);
    revision.author = parts.author;
    revision.when = parts.when;
    readRevisionMessage(parts.message, revision);
    revision.tags = m_tagsOf.value(revision.id);
    const auto deployments = m_notes.of(revision.id);
    if (!deployments.ok())
        return deployments.error();
    if (!deployments->isEmpty())
        revision.deployment = deployments->last();
    return revision;
}

} // namespace mediahelm::revision
