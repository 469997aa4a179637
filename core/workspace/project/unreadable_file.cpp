// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/unreadable_file.h"

#include "core/workspace/project/yaml_finding.h"

namespace mediahelm::workspace {

namespace {

std::optional<model::Diagnostic> faultOf(const ComposeFile &file)
{
    if (!file.document.isNull())
        return std::nullopt;
    const YamlReading reading = readYaml(file.bytes);
    if (reading.ok())
        return std::nullopt;
    return ofYamlProblem(file.path, *reading.problem);
}

std::optional<model::Diagnostic> faultIn(const ComposeUnit &unit)
{
    for (const ComposeFile &file : unit.composeFiles) {
        if (auto fault = faultOf(file))
            return fault;
    }
    for (const ExtendedFile &extended : unit.extended) {
        if (auto fault = faultOf(extended.file))
            return fault;
    }
    for (const Inclusion &inclusion : unit.inclusions) {
        if (auto fault = faultIn(inclusion))
            return fault;
    }
    return std::nullopt;
}

} // namespace

std::optional<model::Diagnostic> unreadableFile(const Workspace &workspace)
{
    return faultIn(workspace);
}

} // namespace mediahelm::workspace
