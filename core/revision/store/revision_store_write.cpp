// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/revision_store.h"

#include "core/revision/store/differ.h"
#include "core/revision/store/git_text.h"
#include "core/revision/store/secret_scan.h"
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

Error holdsSecret(const QString &place)
{
    return Error{
        ErrorKind::refused, QStringLiteral("%1 holds a secret in plain text; nothing is saved").arg(place), {}};
}

Status checkSecrets(const SaveRequest &request)
{
    const SecretScan scan(request.secrets);
    if (scan.found(request.message.toUtf8()))
        return holdsSecret(QStringLiteral("the message"));
    if (scan.found(request.author.name.toUtf8()) || scan.found(request.author.email.toUtf8()))
        return holdsSecret(QStringLiteral("the author's name"));
    const auto &files = request.snapshot.files();
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (scan.found(it.key().text().toUtf8()))
            return holdsSecret(QStringLiteral("a file's name"));
        if (const auto line = scan.firstLine(it->bytes))
            return holdsSecret(QStringLiteral("%1, line %2,").arg(it.key().text()).arg(*line));
    }
    return {};
}

Status checkRequest(const SaveRequest &request)
{
    if (request.kind == model::RevisionKind::foreign)
        return Error{ErrorKind::invalid, QStringLiteral("a revision of ours needs a kind"), {}};
    for (const Status &status :
         {checkAuthor(request.author), checkMessage(request.message), checkServices(request.services)}) {
        if (!status.ok())
            return status;
    }
    return checkSecrets(request);
}

// The newest revision, as a save sees it.
struct Newest {
    std::optional<ObjectId> id;
    std::optional<TreeIndex> index; // absent also when it is no snapshot of ours
};

Result<Newest> readNewest(const Repository &repository)
{
    Newest newest;
    const auto head = repository.ref(mainBranch);
    if (!head.ok())
        return head.error();
    newest.id = *head;
    if (!newest.id)
        return newest;
    const auto tree = treeOf(repository, *newest.id);
    if (!tree.ok())
        return tree.error();
    auto index = repository.index(*tree);
    if (!index.ok() && index.error().kind != ErrorKind::invalid)
        return index.error();
    if (index.ok())
        newest.index = std::move(*index);
    return newest;
}

// Writes what the newest revision does not hold already; gives the id of the folder.
Result<ObjectId> writeFiles(Repository &repository, const Snapshot &snapshot, const TreeIndex &index,
                            const Newest &newest)
{
    QSet<QByteArray> known;
    if (newest.index) {
        for (const TreeFile &file : *newest.index)
            known.insert(file.id.hex());
    }
    for (auto it = index.begin(); it != index.end(); ++it) {
        if (known.contains(it->id.hex()))
            continue;
        if (const auto written = repository.write(snapshot.find(it.key())->bytes, GIT_OBJECT_BLOB); !written.ok())
            return written;
    }
    return repository.writeTree(index);
}

Result<SaveOutcome> outcome(const Repository &repository, const ObjectId &id, bool saved)
{
    const auto reader = RevisionReader::open(repository);
    if (!reader.ok())
        return reader.error();
    auto revision = reader->read(id);
    if (!revision.ok())
        return revision.error();
    return SaveOutcome{std::move(*revision), saved};
}

Error ofLastGood()
{
    return {ErrorKind::invalid,
            QStringLiteral("last-good is the program's own: it marks what a failed deployment goes back to"),
            {}};
}

} // namespace

Result<SaveOutcome> RevisionStore::save(const SaveRequest &request)
{
    if (Status checked = checkRequest(request); !checked.ok())
        return checked.error();
    const auto side = sideOf(request.snapshot);
    if (!side.ok())
        return side.error();
    auto lease = m_parts->lock.take(QStringLiteral("saving a revision"));
    if (!lease.ok())
        return lease.error();
    if (request.snapshot.isEmpty() && !m_parts->folder.exists())
        return Error{ErrorKind::invalid, QStringLiteral("there is no file to save"), {}};
    const auto repository = m_parts->writable(*lease);
    if (!repository.ok())
        return repository.error();
    Repository &store = **repository;

    const auto newest = readNewest(store);
    if (!newest.ok())
        return newest.error();
    if (request.basedOn && (!newest->id || asRevisionId(*newest->id) != *request.basedOn))
        return Error{ErrorKind::conflict, QStringLiteral("a newer revision was saved meanwhile"), {}};
    if (newest->id && newest->index == side->index)
        return outcome(store, *newest->id, false);

    const auto tree = writeFiles(store, request.snapshot, side->index, *newest);
    if (!tree.ok())
        return tree.error();
    const CommitParts parts{tree->hex(), newest->id ? newest->id->hex() : QByteArray(), request.author,
                            m_parts->clock.utcNow(), revisionMessage(request)};
    const auto commit = store.write(commitText(parts), GIT_OBJECT_COMMIT);
    if (!commit.ok())
        return commit.error();
    if (Status moved = store.moveRef(mainBranch, newest->id, *commit); !moved.ok())
        return moved.error();
    return outcome(store, *commit, true);
}

Status RevisionStore::record(const model::RevisionId &id, const model::Deployment &deployment)
{
    if (Status checked = checkDeployment(deployment); !checked.ok())
        return checked;
    if (const auto standing = m_parts->standing(); !standing.ok())
        return standing.error();
    auto lease = m_parts->lock.take(QStringLiteral("noting a deployment"));
    if (!lease.ok())
        return lease.error();
    const auto repository = m_parts->writable(*lease);
    if (!repository.ok())
        return repository.error();
    if (Status known = m_parts->demand(**repository, id); !known.ok())
        return known;
    if (Status noted = DeploymentNotes::append(**repository, id, deployment); !noted.ok())
        return noted;
    if (deployment.verdict != model::Verdict::healthy)
        return {};
    const QByteArray name = QByteArray(tagPrefix) + lastGoodTag;
    const auto before = (*repository)->ref(name);
    if (!before.ok())
        return before.error();
    if (*before && **before == asObjectId(id))
        return {};
    return (*repository)->moveRef(name, *before, asObjectId(id));
}

Status RevisionStore::addTag(const model::Tag &tag)
{
    if (tag.name.text() == QLatin1String(lastGoodTag))
        return ofLastGood();
    if (tag.name.isEmpty())
        return Error{ErrorKind::invalid, model::TagNameRule::describe(), {}};
    const bool told = !tag.message.trimmed().isEmpty();
    if (told) {
        for (const Status &status : {checkAuthor(tag.author), checkMessage(tag.message)}) {
            if (!status.ok())
                return status;
        }
    }
    if (const auto standing = m_parts->standing(); !standing.ok())
        return standing.error();
    auto lease = m_parts->lock.take(QStringLiteral("adding a tag"));
    if (!lease.ok())
        return lease.error();
    const auto repository = m_parts->writable(*lease);
    if (!repository.ok())
        return repository.error();
    if (Status known = m_parts->demand(**repository, tag.revision); !known.ok())
        return known;

    const QByteArray name = tagPrefix + tag.name.text().toLatin1();
    const auto there = (*repository)->ref(name);
    if (!there.ok())
        return there.error();
    if (*there)
        return Error{ErrorKind::conflict, QStringLiteral("there is a tag %1 already").arg(tag.name.text()), {}};
    ObjectId target = asObjectId(tag.revision);
    if (told) {
        model::Tag dated = tag;
        dated.when = m_parts->clock.utcNow();
        const auto written = (*repository)->write(tagText(target.hex(), dated), GIT_OBJECT_TAG);
        if (!written.ok())
            return written.error();
        target = *written;
    }
    return (*repository)->moveRef(name, std::nullopt, target);
}

Status RevisionStore::removeTag(const model::TagName &name)
{
    if (name.text() == QLatin1String(lastGoodTag))
        return ofLastGood();
    if (const auto standing = m_parts->standing(); !standing.ok())
        return standing.error();
    auto lease = m_parts->lock.take(QStringLiteral("removing a tag"));
    if (!lease.ok())
        return lease.error();
    const auto repository = m_parts->writable(*lease);
    if (!repository.ok())
        return repository.error();
    const QByteArray ref = tagPrefix + name.text().toLatin1();
    const auto there = (*repository)->ref(ref);
    if (!there.ok())
        return there.error();
    if (!*there)
        return Error{ErrorKind::notFound, QStringLiteral("there is no tag %1").arg(name.text()), {}};
    return (*repository)->removeRef(ref);
}

} // namespace mediahelm::revision
