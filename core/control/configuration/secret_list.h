// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration/workspace_view.h"
#include "core/control/secret_texts.h"
#include "core/model/diagnostic.h"

namespace mediahelm::control {

// The secrets of the manifest, and those that a check found in plain text.
WorkspaceSecrets secretsOf(const WorkspaceView &view, const QList<model::Diagnostic> &diagnostics);

// Takes a plain secret out of its file: the name goes into the manifest's list, the line out of a file of variables, or
// a reference into its place in a Compose file. Errors: notFound (it is not there any more), conflict (there is no
// manifest; its name is taken; it is made of other variables; it cannot be written there).
base::Result<SecretMove> moveOut(const WorkspaceView &view, const PlainSecret &secret);

} // namespace mediahelm::control
