// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/file_look.h"

#include "core/workspace/project/variable_findings.h"
#include "core/workspace/project/yaml_finding.h"
#include "core/workspace/yaml/json_pointer.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Diagnostic;

namespace {

VariableReference referenceTo(const QString &name, const Workspace &workspace, const Environment &environment)
{
    if (workspace.secrets.contains(name))
        return {u"secret"_s, true};
    return {environment.value(name), false};
}

// Whether a reference stands in a value of a service's environment, which may be any text, so that no schema minds what
// the variable is. Not its name: "$NAME=value".
bool isEnvironmentValue(const YamlNode &node)
{
    const QStringList parts = splitPointer(node.pointer()).value_or(QStringList());
    if (parts.size() != 4 || parts[0] != u"services" || parts[2] != u"environment")
        return false;
    const QString &text = node.text();
    return !node.parent().isSequence() || (text.contains(u'=') && text.indexOf(u'=') < text.indexOf(u'$'));
}

// The nodes whose value is not known, or that are told of, so that nothing more can be said of them.
QSet<QString> addVariableFindings(const QString &path, FileFindings &kept)
{
    QSet<QString> unknown;
    for (const YamlVariables::Problem &problem : std::as_const(kept.variables.problems)) {
        kept.findings.append(ofVariableProblem(path, problem));
        unknown.insert(problem.node.pointer());
    }
    for (const YamlVariableUse &use : std::as_const(kept.variables.uses)) {
        if (use.use.missing())
            kept.findings.append(ofMissingVariable(path, use));
        if (use.use.missing() || kept.references.value(use.use.name).secret)
            unknown.insert(use.node.pointer());
    }
    return unknown;
}

} // namespace

QStringList FileFindings::changedReferences(const Workspace &workspace, const Environment &environment) const
{
    QStringList changed;
    for (auto it = references.begin(); it != references.end(); ++it) {
        if (*it != referenceTo(it.key(), workspace, environment))
            changed.append(it.key());
    }
    return changed;
}

bool FileFindings::outlives(const QStringList &changed) const
{
    return fitsSchema && std::all_of(variables.uses.begin(), variables.uses.end(), [&](const YamlVariableUse &use) {
               return !changed.contains(use.use.name) || isEnvironmentValue(use.node);
           });
}

void FileLook::read() const
{
    if (isRead)
        return;
    const ComposeFile &text = *file;
    const YamlReading reading =
        text.document.isNull() ? readYaml(text.bytes) : YamlReading{text.document, std::nullopt};
    FittingServices fitting = std::move(kept->fitting);
    *kept = {text.bytes, reading.document, {}, {}, {}, std::move(fitting), {}, false};
    if (!reading.ok())
        kept->findings = {ofYamlProblem(text.path, *reading.problem)};
}

void FileLook::judge(const Workspace &workspace, const FileSchemas &schemas) const
{
    const QString &path = file->path;
    if (kept->document.isNull())
        return;
    const bool schemaHolds = isRead && kept->outlives(changed);
    kept->findings.clear();
    kept->references.clear();
    const auto lookup = [&](const QString &name) {
        VariableReference &reference = kept->references[name];
        reference = referenceTo(name, workspace, *environment);
        return reference.value;
    };
    kept->variables = variablesOf(kept->document, lookup);
    const QSet<QString> unknown = addVariableFindings(path, *kept);
    if (!schemaHolds) {
        const QList<Diagnostic> ofSchema = schemas.checkService(path, kept->document, lookup, &kept->fitting);
        kept->fitsSchema = ofSchema.isEmpty();
        std::copy_if(ofSchema.begin(), ofSchema.end(), std::back_inserter(kept->findings),
                     [&](const Diagnostic &one) { return !unknown.contains(one.pointer); });
    }
    const QSet<QString> secrets(workspace.secrets.begin(), workspace.secrets.end());
    kept->model = readFileModel(place, kept->document, {lookup, secrets});
}

} // namespace mediahelm::workspace
