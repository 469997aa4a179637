// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/differ.h"

#include <set>

namespace mediahelm::revision {

using base::Result;
using base::Status;

namespace {

void addLine(model::DiffHunk &hunk, model::FileChange &change, const git_diff_line &line)
{
    if (line.origin == GIT_DIFF_LINE_CONTEXT_EOFNL || line.origin == GIT_DIFF_LINE_ADD_EOFNL
        || line.origin == GIT_DIFF_LINE_DEL_EOFNL) {
        if (!hunk.lines.isEmpty())
            hunk.lines.last().endsWithoutNewline = true;
        return;
    }
    QByteArray text(line.content, qsizetype(line.content_len));
    if (text.endsWith('\n'))
        text.chop(1);
    const model::LineChange kind = line.origin == GIT_DIFF_LINE_ADDITION ? model::LineChange::added
        : line.origin == GIT_DIFF_LINE_DELETION                          ? model::LineChange::removed
                                                                         : model::LineChange::context;
    change.linesAdded += kind == model::LineChange::added ? 1 : 0;
    change.linesRemoved += kind == model::LineChange::removed ? 1 : 0;
    hunk.lines.append({kind, text, false});
}

// The hunks, whole ones, up to the limit of lines.
int addHunks(git_patch *patch, model::FileChange &change)
{
    std::size_t told = 0;
    for (std::size_t h = 0; h < git_patch_num_hunks(patch); ++h) {
        const git_diff_hunk *raw = nullptr;
        std::size_t lines = 0;
        if (const int code = git_patch_get_hunk(&raw, &lines, patch, h); code < 0)
            return code;
        told += lines;
        if (told > std::size_t(model::mostDiffLines)) {
            change.cut = true;
            return 0;
        }
        model::DiffHunk hunk{raw->old_start, raw->old_lines, raw->new_start, raw->new_lines, {}};
        for (std::size_t i = 0; i < lines; ++i) {
            const git_diff_line *line = nullptr;
            if (const int code = git_patch_get_line_in_hunk(&line, patch, h, i); code < 0)
                return code;
            addLine(hunk, change, *line);
        }
        change.hunks.append(std::move(hunk));
    }
    return 0;
}

Status addContent(const QByteArray &before, const QByteArray &after, model::FileChange &change)
{
    change.oldSize = before.size();
    change.newSize = after.size();
    int code = 0;
    git_diff_options options{};
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    const auto patch = owned<PatchHandle>(code, git_patch_from_buffers, static_cast<const void *>(before.constData()),
                                          std::size_t(before.size()), static_cast<const char *>(nullptr),
                                          static_cast<const void *>(after.constData()), std::size_t(after.size()),
                                          static_cast<const char *>(nullptr), &options);
    if (patch) {
        change.binary = (git_patch_get_delta(patch.get())->flags & GIT_DIFF_FLAG_BINARY) != 0;
        code = change.binary ? 0 : addHunks(patch.get(), change);
    }
    if (code < 0)
        return gitError(QStringLiteral("cannot compare %1").arg(change.path.text()), code);
    return {};
}

Result<model::FileChange> changeOf(const model::FilePath &path, const DiffSide &before, const DiffSide &after)
{
    const auto was = before.index.constFind(path);
    const auto is = after.index.constFind(path);
    const bool added = was == before.index.constEnd();
    const bool removed = is == after.index.constEnd();

    model::FileChange change;
    change.path = path;
    change.oldExecutable = !added && was->executable;
    change.newExecutable = !removed && is->executable;
    change.kind = added     ? model::FileChangeKind::added
        : removed           ? model::FileChangeKind::removed
        : was->id == is->id ? model::FileChangeKind::modeChanged
                            : model::FileChangeKind::changed;
    const auto oldBytes = added ? Result<QByteArray>(QByteArray()) : before.bytes(path, *was);
    if (!oldBytes.ok())
        return oldBytes.error();
    const auto newBytes = removed ? Result<QByteArray>(QByteArray()) : after.bytes(path, *is);
    if (!newBytes.ok())
        return newBytes.error();
    if (Status content = addContent(*oldBytes, *newBytes, change); !content.ok())
        return content.error();
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
