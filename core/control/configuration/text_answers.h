// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/schema_words.h"
#include "core/control/configuration/workspace_view.h"
#include "core/control/text_help.h"

namespace mediahelm::control {

// What stands at a byte of a text of the workspace; nothing of it where there is nothing to say.
Explanation explainText(const WorkspaceView &view, const workspace::FileSchemas &schemas, const QString &path,
                        const QByteArray &text, qsizetype at);

// Where that is defined. `files` are the files of the workspace. Errors: notFound.
base::Result<TextTarget> definitionInText(const WorkspaceView &view, const QList<ConfigurationFile> &files,
                                          const QString &path, const QByteArray &text, qsizetype at);

} // namespace mediahelm::control
