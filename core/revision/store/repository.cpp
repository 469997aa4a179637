// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/repository.h"

#include "core/base/unique_fd.h"
#include "core/revision/store/loose_objects.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr int hexDigits = 40;
constexpr int knownFormat = 0; // core.repositoryformatversion

// A newer git's repository is told before libgit2 stumbles over it.
Status checkFormat(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/config"));
    int code = 0;
    const auto config = owned<ConfigHandle>(code, git_config_open_ondisk, path.constData());
    if (!config)
        return gitError(QStringLiteral("cannot read %1/config").arg(folder), code);
    int32_t version = -1;
    code = git_config_get_int32(&version, config.get(), "core.repositoryformatversion");
    if (code < 0)
        return Error{ErrorKind::internal, QStringLiteral("the revision store %1 is damaged").arg(folder),
                     QStringLiteral("its config says no format")};
    if (version > knownFormat)
        return Error{ErrorKind::unsupported,
                     QStringLiteral("the revision store %1 has a format that this program does not know").arg(folder),
                     QStringLiteral("core.repositoryformatversion is %1").arg(version)};
    return {};
}

Status syncFolder(const QString &folder)
{
    const base::UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return Error{ErrorKind::io,
                     QStringLiteral("cannot make the change durable in %1: %2")
                         .arg(folder, QString::fromLocal8Bit(std::strerror(errno))),
                     {}};
    return {};
}

} // namespace

std::optional<ObjectId> ObjectId::fromHex(const QByteArray &hex)
{
    ObjectId id;
    if (hex.size() != hexDigits || git_oid_fromstrn(&id.oid, hex.constData(), hexDigits) < 0)
        return std::nullopt;
    return id;
}

QByteArray ObjectId::hex() const
{
    QByteArray text(hexDigits, '0');
    git_oid_fmt(text.data(), &oid);
    return text;
}

Result<std::unique_ptr<Repository>> Repository::open(const QString &folder)
{
    const GitLibrary library;
    if (Status known = checkFormat(folder); !known.ok())
        return known.error();
    const QByteArray path = QFile::encodeName(folder);
    int code = 0;
    auto repository = owned<RepositoryHandle>(code, git_repository_open_bare, path.constData());
    if (!repository)
        return gitError(QStringLiteral("cannot open %1").arg(folder), code);
    auto database = owned<DatabaseHandle>(code, git_repository_odb, repository.get());
    if (!database)
        return gitError(QStringLiteral("cannot open %1").arg(folder), code);
    code = readLooseObjectsCarefully(database.get(), folder + QStringLiteral("/objects"));
    if (code < 0)
        return gitError(QStringLiteral("cannot open %1").arg(folder), code);
    return std::make_unique<Repository>(std::move(repository), std::move(database), folder);
}

Repository::Repository(RepositoryHandle repository, DatabaseHandle database, QString folder)
    : m_repository(std::move(repository))
    , m_database(std::move(database))
    , m_folder(std::move(folder))
{
}

Result<QByteArray> Repository::read(const ObjectId &id, git_object_t type) const
{
    int code = 0;
    const auto object = owned<ObjectHandle>(code, git_odb_read, m_database.get(), &id.oid);
    const QString what = QStringLiteral("cannot read %1").arg(QLatin1String(id.hex()));
    if (!object)
        return gitError(what, code);
    if (git_odb_object_type(object.get()) != type)
        return Error{ErrorKind::internal, what + QStringLiteral(": the revision store is damaged"),
                     QStringLiteral("it is of another type")};
    return QByteArray(static_cast<const char *>(git_odb_object_data(object.get())),
                      qsizetype(git_odb_object_size(object.get())));
}

Result<ObjectId> Repository::write(const QByteArray &content, git_object_t type)
{
    ObjectId id;
    const int code = git_odb_write(&id.oid, m_database.get(), content.constData(), std::size_t(content.size()), type);
    if (code < 0)
        return gitError(QStringLiteral("cannot write into %1").arg(m_folder), code);
    return id;
}

Result<ObjectId> Repository::idOf(const QByteArray &content)
{
    const GitLibrary library;
    ObjectId id;
    const int code = git_odb_hash(&id.oid, content.constData(), std::size_t(content.size()), GIT_OBJECT_BLOB);
    if (code < 0)
        return gitError(QStringLiteral("cannot make an id"), code);
    return id;
}

Result<std::optional<ObjectId>> Repository::ref(const QByteArray &name) const
{
    ObjectId id;
    const int code = git_reference_name_to_id(&id.oid, m_repository.get(), name.constData());
    if (code == GIT_ENOTFOUND)
        return std::optional<ObjectId>();
    if (code < 0)
        return gitError(QStringLiteral("cannot read %1").arg(QLatin1String(name)), code);
    return std::optional(id);
}

Status Repository::moveRef(const QByteArray &name, const std::optional<ObjectId> &from, const ObjectId &to)
{
    // libgit2 makes durable each object and the folder that it is in; a folder that is new is in this one.
    if (Status synced = syncFolder(m_folder + QStringLiteral("/objects")); !synced.ok())
        return synced;
    int code = 0;
    const auto reference =
        owned<ReferenceHandle>(code, git_reference_create_matching, m_repository.get(), name.constData(), &to.oid,
                               from ? 1 : 0, from ? &from->oid : nullptr, static_cast<const char *>(nullptr));
    if (reference)
        return {};
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || (from && code == GIT_ENOTFOUND))
        return Error{ErrorKind::conflict, QStringLiteral("another program has changed the revision store meanwhile"),
                     QLatin1String(name)};
    return gitError(QStringLiteral("cannot move %1").arg(QLatin1String(name)), code);
}

Status Repository::removeRef(const QByteArray &name)
{
    const int code = git_reference_remove(m_repository.get(), name.constData());
    if (code == GIT_ENOTFOUND)
        return Error{ErrorKind::notFound, QStringLiteral("there is no %1").arg(QLatin1String(name)), {}};
    if (code < 0)
        return gitError(QStringLiteral("cannot remove %1").arg(QLatin1String(name)), code);
    return syncFolder(m_folder + QLatin1Char('/') + QString::fromLatin1(name.left(name.lastIndexOf('/'))));
}

Result<QList<std::pair<QByteArray, ObjectId>>> Repository::refs(const QByteArray &prefix) const
{
    int code = 0;
    const QByteArray glob = prefix + '*';
    const auto iterator =
        owned<IteratorHandle>(code, git_reference_iterator_glob_new, m_repository.get(), glob.constData());
    if (!iterator)
        return gitError(QStringLiteral("cannot list %1").arg(QLatin1String(prefix)), code);
    QSet<QByteArray> names;
    const char *name = nullptr;
    while ((code = git_reference_next_name(&name, iterator.get())) == 0)
        names.insert(name);
    if (code != GIT_ITEROVER)
        return gitError(QStringLiteral("cannot list %1").arg(QLatin1String(prefix)), code);
    // It passes over those that it cannot read.
    const QDir folder(m_folder + u'/' + QLatin1String(prefix));
    for (const QString &file : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (!file.endsWith(QLatin1String(".lock")))
            names.insert(prefix + QFile::encodeName(file));
    }
    QList<std::pair<QByteArray, ObjectId>> all;
    for (const QByteArray &one : std::as_const(names)) {
        const auto target = ref(one);
        if (!target.ok())
            return target.error();
        if (*target)
            all.append({one.mid(prefix.size()), **target});
    }
    return all;
}

Status Repository::checkHead() const
{
    int code = 0;
    const auto head = owned<ReferenceHandle>(code, git_reference_lookup, m_repository.get(), "HEAD");
    return head ? Status() : Status(gitError(QStringLiteral("cannot read HEAD"), code));
}

Result<git_object_t> Repository::typeOf(const ObjectId &id) const
{
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const int code = git_odb_read_header(&size, &type, m_database.get(), &id.oid);
    if (code < 0)
        return gitError(QStringLiteral("cannot read %1").arg(QLatin1String(id.hex())), code);
    return type;
}

} // namespace mediahelm::revision
