// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/text_change.h"

#include "core/revision/store/repository.h"

namespace mediahelm::revision {

using base::Result;

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

} // namespace

Result<model::FileChange> textChange(const model::FilePath &path, const QByteArray &before, const QByteArray &after)
{
    const GitLibrary library;
    model::FileChange change;
    change.path = path;
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
    return change;
}

} // namespace mediahelm::revision
