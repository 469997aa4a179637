// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_path.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::model {

enum class LineChange { context, added, removed };

struct DiffLine {
    LineChange change = LineChange::context;
    QByteArray text; // without its line feed; a carriage return stays
    bool endsWithoutNewline = false; // the file's last line, and no line feed follows
};

struct DiffHunk { // as in a unified diff: lines count from 1
    int oldStart = 0;
    int oldLines = 0;
    int newStart = 0;
    int newLines = 0;
    QList<DiffLine> lines;
};

enum class FileChangeKind {
    added,
    removed,
    changed,
    modeChanged, // the executable bit alone
};

struct FileChange {
    FilePath path;
    FileChangeKind kind = FileChangeKind::changed;
    bool binary = false; // no hunks then
    bool cut = false; // there are more lines than are told
    bool oldExecutable = false;
    bool newExecutable = false;
    qint64 oldSize = 0;
    qint64 newSize = 0;
    int linesAdded = 0; // of the hunks that are told
    int linesRemoved = 0;
    QList<DiffHunk> hunks;
};

using Changes = QList<FileChange>; // ordered by path

// A file's lines that are told, at most.
inline constexpr int mostDiffLines = 20'000;

// As git writes it, without index lines; `git apply` takes it when no file is binary or cut.
QByteArray unifiedText(const Changes &changes);

} // namespace mediahelm::model
