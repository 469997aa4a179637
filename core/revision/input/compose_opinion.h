// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/project/workspace.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::revision {

// What `docker compose config` said on its standard error, as findings of the codes compose-error and compose-warning:
// only what is not among `known`. Where there are errors in Compose files already, an error of Compose's is taken for
// one of these, since it ends at its first. Each stands at the node that Compose names, where it names one.
QList<model::Diagnostic> composeOpinion(const QByteArray &standardError, const QString &folder,
                                        const workspace::Workspace &workspace, const QList<model::Diagnostic> &known);

} // namespace mediahelm::revision
