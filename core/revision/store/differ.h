// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/file_diff.h"
#include "core/revision/store/repository.h"
#include "core/revision/store/snapshot.h"

#include <functional>

namespace mediahelm::revision {

// One side of a comparison: which files, and how to get at the bytes of those that differ.
struct DiffSide {
    TreeIndex index;
    std::function<base::Result<QByteArray>(const model::FilePath &path, const TreeFile &file)> bytes;
};

// Both borrow what they are made of.
DiffSide sideOf(const Repository &repository, TreeIndex index);
base::Result<DiffSide> sideOf(const Snapshot &snapshot);

// What makes `before` into `after`, hunks with three lines of context. Errors: those of `bytes`.
base::Result<model::Changes> compare(const DiffSide &before, const DiffSide &after);

} // namespace mediahelm::revision
