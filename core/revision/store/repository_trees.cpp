// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/repository.h"

#include <map>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr int deepest = 64;

struct Folder {
    std::map<QByteArray, Folder> folders;
    std::map<QByteArray, TreeFile> files;
};

Error strange(const QString &path)
{
    return Error{ErrorKind::invalid, QStringLiteral("the revision holds %1, which is no plain file").arg(path), {}};
}

Folder asFolders(const TreeIndex &index)
{
    Folder root;
    for (auto it = index.begin(); it != index.end(); ++it) {
        QList<QByteArray> parts = it.key().text().toUtf8().split('/');
        const QByteArray name = parts.takeLast();
        Folder *folder = &root;
        for (const QByteArray &part : parts)
            folder = &folder->folders[part];
        folder->files.emplace(name, it.value());
    }
    return root;
}

Result<ObjectId> write(git_repository *repository, const Folder &folder)
{
    int code = 0;
    const auto builder =
        owned<BuilderHandle>(code, git_treebuilder_new, repository, static_cast<const git_tree *>(nullptr));
    const auto insert = [&](const QByteArray &name, const ObjectId &id, git_filemode_t mode) {
        if (code >= 0)
            code = git_treebuilder_insert(nullptr, builder.get(), name.constData(), &id.oid, mode);
    };
    for (const auto &[name, file] : folder.files)
        insert(name, file.id, file.executable ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB);
    for (const auto &[name, below] : folder.folders) {
        const Result<ObjectId> id = write(repository, below);
        if (!id.ok())
            return id;
        insert(name, *id, GIT_FILEMODE_TREE);
    }
    ObjectId id;
    if (code >= 0)
        code = git_treebuilder_write(&id.oid, builder.get());
    if (code < 0)
        return gitError(QStringLiteral("cannot write a folder into the revision store"), code);
    return id;
}

// `tree`, or an empty one, with one entry set.
Result<ObjectId> withEntry(git_repository *repository, const git_tree *tree, const QByteArray &name, const ObjectId &id,
                           git_filemode_t mode)
{
    int code = 0;
    const auto builder = owned<BuilderHandle>(code, git_treebuilder_new, repository, tree);
    ObjectId made;
    if (code >= 0)
        code = git_treebuilder_insert(nullptr, builder.get(), name.constData(), &id.oid, mode);
    if (code >= 0)
        code = git_treebuilder_write(&made.oid, builder.get());
    if (code < 0)
        return gitError(QStringLiteral("cannot write a folder into the revision store"), code);
    return made;
}

} // namespace

Status Repository::addToIndex(const ObjectId &id, const QString &prefix, int depth, TreeIndex &index) const
{
    int code = 0;
    const auto tree = owned<TreeHandle>(code, git_tree_lookup, m_repository.get(), &id.oid);
    if (!tree)
        return gitError(QStringLiteral("cannot read the folder '%1'").arg(prefix), code);
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        const git_tree_entry *entry = git_tree_entry_byindex(tree.get(), i);
        const QString path = prefix + QString::fromUtf8(git_tree_entry_name(entry));
        const ObjectId object{*git_tree_entry_id(entry)};
        const git_filemode_t mode = git_tree_entry_filemode(entry);
        if (mode == GIT_FILEMODE_TREE && depth < deepest) {
            if (Status below = addToIndex(object, path + u'/', depth + 1, index); !below.ok())
                return below;
            continue;
        }
        const auto valid = model::FilePath::parse(path);
        if (!valid.ok() || (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
            || index.size() >= Snapshot::mostFiles)
            return strange(path);
        index.insert(*valid, {object, mode == GIT_FILEMODE_BLOB_EXECUTABLE});
    }
    return {};
}

Result<TreeIndex> Repository::index(const ObjectId &tree) const
{
    TreeIndex index;
    if (Status status = addToIndex(tree, {}, 0, index); !status.ok())
        return status.error();
    return index;
}

Result<ObjectId> Repository::writeTree(const TreeIndex &index)
{
    return revision::write(m_repository.get(), asFolders(index));
}

Result<std::optional<ObjectId>> Repository::lookUp(const ObjectId &id, const QString &path) const
{
    int code = 0;
    const auto tree = owned<TreeHandle>(code, git_tree_lookup, m_repository.get(), &id.oid);
    if (!tree)
        return gitError(QStringLiteral("cannot read the revision's files"), code);
    const QByteArray name = path.toUtf8();
    const auto entry = owned<EntryHandle>(code, git_tree_entry_bypath, tree.get(), name.constData());
    if (code == GIT_ENOTFOUND)
        return std::optional<ObjectId>();
    if (!entry)
        return gitError(QStringLiteral("cannot read %1").arg(path), code);
    return std::optional(ObjectId{*git_tree_entry_id(entry.get())});
}

Result<ObjectId> Repository::withFile(const std::optional<ObjectId> &root, const QByteArray &folder,
                                      const QByteArray &name, const ObjectId &blob)
{
    int code = 0;
    TreeHandle above;
    TreeHandle below;
    if (root) {
        above = owned<TreeHandle>(code, git_tree_lookup, m_repository.get(), &root->oid);
        if (!above)
            return gitError(QStringLiteral("cannot read the notes"), code);
        if (const git_tree_entry *entry = git_tree_entry_byname(above.get(), folder.constData())) {
            below = owned<TreeHandle>(code, git_tree_lookup, m_repository.get(), git_tree_entry_id(entry));
            if (!below)
                return gitError(QStringLiteral("cannot read the notes"), code);
        }
    }
    const auto inner = withEntry(m_repository.get(), below.get(), name, blob, GIT_FILEMODE_BLOB);
    if (!inner.ok())
        return inner;
    return withEntry(m_repository.get(), above.get(), folder, *inner, GIT_FILEMODE_TREE);
}

} // namespace mediahelm::revision
