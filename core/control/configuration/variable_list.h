// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/workspace_view.h"
#include "core/control/variable_desk.h"
#include "core/workspace/schema/file_schemas.h"

namespace mediahelm::control {

// Every variable that the files set or use, and every secret, by name. What the process has besides is left out.
QList<WorkspaceVariable> variablesOf(const WorkspaceView &view, const workspace::FileSchemas &schemas);

// What is wrong with a value for that variable, in words; empty where nothing is. References are not judged.
QString whatIsWrong(const WorkspaceVariable &variable, const workspace::FileSchemas &schemas, const QString &value);

} // namespace mediahelm::control
