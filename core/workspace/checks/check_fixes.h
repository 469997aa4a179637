// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/checks/compose_model.h"

#include <optional>

namespace mediahelm::workspace {

// Makes what mends a finding. Nothing where the node stands behind an alias or a merge, so that other places would
// change with it. Scalars are changed by one small patch. What has to be put in or taken out is a lossless edit
// (core/workspace/edit), which reads the file again and again: of these a run makes no more than a keystroke can bear,
// and findings beyond that come without their fix. Lives for one run.
class CheckFixes
{
public:
    // Sets a scalar to a text, in the quotes that it has.
    static std::optional<model::DiagnosticFix> setText(const ModelSource &source, const QString &text,
                                                       const QString &title);
    // Adds "{}" under a key of a section that may not be there yet: "volumes", "data".
    std::optional<model::DiagnosticFix> declare(const FileModel &file, const QString &section, const QString &name,
                                                const QString &title);
    // Takes a pair or an item out.
    std::optional<model::DiagnosticFix> remove(const ModelSource &source, const QString &title);

private:
    bool mayEdit(const FileModel &file);

    qsizetype m_left = qsizetype(24) * 1024; // bytes of files to be edited
};

} // namespace mediahelm::workspace
