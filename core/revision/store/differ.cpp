// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/differ.h"

#include "core/revision/store/text_change.h"

#include <set>

namespace mediahelm::revision {

using base::Result;

namespace {

Result<model::FileChange> changeOf(const model::FilePath &path, const DiffSide &before, const DiffSide &after)
{
    const auto was = before.index.constFind(path);
    const auto is = after.index.constFind(path);
    const bool added = was == before.index.constEnd();
    const bool removed = is == after.index.constEnd();
    const auto oldBytes = added ? Result<QByteArray>(QByteArray()) : before.bytes(path, *was);
    if (!oldBytes.ok())
        return oldBytes.error();
    const auto newBytes = removed ? Result<QByteArray>(QByteArray()) : after.bytes(path, *is);
    if (!newBytes.ok())
        return newBytes.error();
    auto change = textChange(path, *oldBytes, *newBytes);
    if (!change.ok())
        return change;
    change->oldExecutable = !added && was->executable;
    change->newExecutable = !removed && is->executable;
    change->kind = added    ? model::FileChangeKind::added
        : removed           ? model::FileChangeKind::removed
        : was->id == is->id ? model::FileChangeKind::modeChanged
                            : model::FileChangeKind::changed;
    return change;
}

} // namespace

DiffSide sideOf(const Repository &repository, TreeIndex index)
{
    return {std::move(index), [&repository](const model::FilePath &, const TreeFile &file) {
                return repository.read(file.id, GIT_OBJECT_BLOB);
            }};
}

Result<DiffSide> sideOf(const Snapshot &snapshot)
{
    DiffSide side;
    for (auto it = snapshot.files().begin(); it != snapshot.files().end(); ++it) {
        const auto id = Repository::idOf(it->bytes);
        if (!id.ok())
            return id.error();
        side.index.insert(it.key(), {*id, it->executable});
    }
    side.bytes = [&snapshot](const model::FilePath &path, const TreeFile &) -> Result<QByteArray> {
        return snapshot.find(path)->bytes;
    };
    return side;
}

Result<model::Changes> compare(const DiffSide &before, const DiffSide &after)
{
    const GitLibrary library;
    std::set<model::FilePath> paths;
    for (auto it = before.index.begin(); it != before.index.end(); ++it) {
        const auto other = after.index.constFind(it.key());
        if (other == after.index.constEnd() || !(*other == *it))
            paths.insert(it.key());
    }
    for (auto it = after.index.begin(); it != after.index.end(); ++it) {
        if (!before.index.contains(it.key()))
            paths.insert(it.key());
    }
    model::Changes changes;
    for (const model::FilePath &path : paths) {
        auto change = changeOf(path, before, after);
        if (!change.ok())
            return change.error();
        changes.append(std::move(*change));
    }
    return changes;
}

} // namespace mediahelm::revision
