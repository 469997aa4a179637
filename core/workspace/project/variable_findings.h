// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/env/yaml_variables.h"

#include <QList>

namespace mediahelm::workspace {

// Faults of variables and of their files as findings. Codes: env-syntax, variable-syntax, variable-required,
// variable-too-large, variable-missing, variable-unused.

model::Diagnostic ofEnvFinding(const EnvFinding &finding);
// A reference in a YAML file that cannot be expanded.
model::Diagnostic ofVariableProblem(const QString &file, const YamlVariables::Problem &problem);
// A reference that comes out blank.
model::Diagnostic ofMissingVariable(const QString &file, const YamlVariableUse &use);
// What the files set and nothing refers to.
QList<model::Diagnostic> unusedVariables(const Environment &environment, const QStringList &used);

// "what; mend"
QString findingText(const QString &what, const QString &mend);

} // namespace mediahelm::workspace
