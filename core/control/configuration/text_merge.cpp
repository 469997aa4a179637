// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/text_merge.h"

#include "core/revision/store/git_library.h"

#include <git2/merge.h>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;

namespace {

constexpr qsizetype largest = qsizetype(4) * 1024 * 1024;

git_merge_file_input inputOf(const QByteArray &bytes)
{
    git_merge_file_input input{};
    git_merge_file_input_init(&input, GIT_MERGE_FILE_INPUT_VERSION);
    input.ptr = bytes.constData();
    input.size = size_t(bytes.size());
    return input;
}

int conflictsIn(const QByteArray &bytes)
{
    int count = bytes.startsWith("<<<<<<< ") ? 1 : 0;
    return count + int(bytes.count("\n<<<<<<< "));
}

} // namespace

base::Result<MergedText> mergeTexts(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine)
{
    if (theirs == mine || base == theirs)
        return MergedText{mine, 0};
    if (base == mine)
        return MergedText{theirs, 0};
    for (const QByteArray &bytes : {base, theirs, mine}) {
        if (bytes.size() > largest)
            return Error{ErrorKind::invalid, QStringLiteral("the file is too large to be merged"), {}};
    }
    const revision::GitLibrary library;
    const git_merge_file_input ancestor = inputOf(base);
    const git_merge_file_input ours = inputOf(mine);
    const git_merge_file_input other = inputOf(theirs);
    git_merge_file_options options{};
    git_merge_file_options_init(&options, GIT_MERGE_FILE_OPTIONS_VERSION);
    options.our_label = "mine";
    options.their_label = "on disk";
    git_merge_file_result merged{};
    if (const int code = git_merge_file(&merged, &ancestor, &ours, &other, &options); code < 0)
        return revision::gitError(QStringLiteral("cannot merge the texts"), code);
    MergedText text{QByteArray(merged.ptr, qsizetype(merged.len)), 0};
    if (!merged.automergeable)
        text.conflicts = std::max(1, conflictsIn(text.bytes) - conflictsIn(mine));
    git_merge_file_result_free(&merged);
    return text;
}

} // namespace mediahelm::control
