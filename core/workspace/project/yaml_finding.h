// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QList>

namespace mediahelm::workspace {

// That a file cannot be read as YAML, as a finding of one of the codes of yamlFaultName(), which begin with "yaml-".
model::Diagnostic ofYamlProblem(const QString &file, const YamlProblem &problem);

// Whether one of the findings is of that kind. Compose is not asked about such files: it would take long over what our
// limits refuse, and says less of where the fault is.
bool tellsOfUnreadableYaml(const QList<model::Diagnostic> &findings);

} // namespace mediahelm::workspace
