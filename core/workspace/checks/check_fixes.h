// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/checks/compose_model.h"

#include <optional>

namespace mediahelm::workspace {

// What mends a finding, by lossless edits (core/workspace/edit). Nothing where the edit is refused, or where the node
// stands behind an alias or a merge, so that other places would change with it; nor in a file of more than 256 KiB,
// where making one takes longer than a keystroke may.

// Sets a scalar to `yaml`.
std::optional<model::DiagnosticFix> fixBySetting(const ModelSource &source, const QByteArray &yaml,
                                                 const QString &title);
// Adds what is not there yet, with what is above it: "/volumes/data".
std::optional<model::DiagnosticFix> fixByAdding(const FileModel &file, const QString &pointer, const QByteArray &yaml,
                                                const QString &title);
std::optional<model::DiagnosticFix> fixByRemoving(const ModelSource &source, const QString &title);

} // namespace mediahelm::workspace
