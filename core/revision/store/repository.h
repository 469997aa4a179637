// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/store/git_handles.h"
#include "core/revision/store/git_library.h"
#include "core/revision/store/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <utility>

namespace mediahelm::revision {

struct ObjectId {
    git_oid oid{};

    static std::optional<ObjectId> fromHex(const QByteArray &hex); // 40 digits
    QByteArray hex() const;

    friend bool operator==(const ObjectId &a, const ObjectId &b) { return git_oid_equal(&a.oid, &b.oid) != 0; }
};

struct TreeFile {
    ObjectId id;
    bool executable = false;

    friend bool operator==(const TreeFile &, const TreeFile &) = default;
};
using TreeIndex = QMap<model::FilePath, TreeFile>; // every file of a tree

// A bare git repository that stands, as objects and refs: the rest of the store knows no libgit2 but for ids. Owned by
// the store; its thread. Errors: io, internal (damaged), conflict (git is at work in it), and as said.
class Repository
{
public:
    // Errors: unsupported when a newer git made it.
    static base::Result<std::unique_ptr<Repository>> open(const QString &folder);
    Repository(RepositoryHandle repository, DatabaseHandle database, QString folder);

    const QString &folder() const { return m_folder; }

    base::Result<QByteArray> read(const ObjectId &id, git_object_t type) const;
    base::Result<ObjectId> write(const QByteArray &content, git_object_t type);
    static base::Result<ObjectId> idOf(const QByteArray &content); // of a file's content

    // Trees. Errors: invalid when it holds what no snapshot does: links, modules, strange names, too much.
    base::Result<TreeIndex> index(const ObjectId &tree) const;
    base::Result<ObjectId> writeTree(const TreeIndex &index); // every file's content is there already
    // The id of the file or folder at `path`, or nullopt.
    base::Result<std::optional<ObjectId>> lookUp(const ObjectId &tree, const QString &path) const;
    // The tree with the file `name` in `folder` set to `blob`; `tree` may be absent.
    base::Result<ObjectId> withFile(const std::optional<ObjectId> &tree, const QByteArray &folder,
                                    const QByteArray &name, const ObjectId &blob);

    // Refs. What is at `name`, not following tags.
    base::Result<std::optional<ObjectId>> ref(const QByteArray &name) const;
    // Only when it is at `from` now (nullopt: not there); else conflict. What is written before is durable first.
    base::Status moveRef(const QByteArray &name, const std::optional<ObjectId> &from, const ObjectId &to);
    base::Status removeRef(const QByteArray &name); // notFound
    base::Result<QList<std::pair<QByteArray, ObjectId>>> refs(const QByteArray &prefix) const; // names without it
    base::Status checkHead() const; // we do without it; plain git does not
    base::Result<git_object_t> typeOf(const ObjectId &id) const;

private:
    base::Status addToIndex(const ObjectId &tree, const QString &prefix, int depth, TreeIndex &index) const;

    GitLibrary m_library;
    RepositoryHandle m_repository;
    DatabaseHandle m_database;
    QString m_folder;
};

} // namespace mediahelm::revision
