// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/yaml_finding.h"

#include "core/workspace/project/variable_findings.h"

#include <algorithm>

namespace mediahelm::workspace {

model::Diagnostic ofYamlProblem(const QString &file, const YamlProblem &problem)
{
    return {model::Severity::error,
            yamlFaultName(problem.fault),
            file,
            problem.place,
            problem.pointer,
            findingText(problem.what, problem.mend),
            std::nullopt};
}

bool tellsOfUnreadableYaml(const QList<model::Diagnostic> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const model::Diagnostic &one) { return one.code.startsWith(u"yaml-"); });
}

} // namespace mediahelm::workspace
