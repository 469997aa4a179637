// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace_validator.h"

#include "core/workspace/project/validation.h"
#include "core/workspace/project/variable_findings.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Diagnostic;

namespace {

// What a reference to a variable in a file comes to. Of a secret nothing but that there is one.
struct Reference {
    std::optional<QString> value;
    bool secret = false;

    friend bool operator==(const Reference &, const Reference &) = default;
};

Reference referenceTo(const QString &name, const Workspace &workspace, const Environment &environment)
{
    if (workspace.secrets.contains(name))
        return {u"secret"_s, true};
    return {environment.value(name), false};
}

// Takes over what nothing has been said of yet: neither of its place nor of its node.
void appendUnsaid(const QList<Diagnostic> &more, QList<Diagnostic> &found)
{
    const QList<Diagnostic> said = found;
    for (const Diagnostic &one : more) {
        const bool known = std::any_of(said.begin(), said.end(), [&](const Diagnostic &other) {
            return other.file == one.file && other.severity == model::Severity::error
                && (other.place == one.place || (!one.pointer.isEmpty() && other.pointer == one.pointer));
        });
        if (!known)
            found.append(one);
    }
}

Diagnostic ofYamlProblem(const QString &file, const YamlProblem &problem)
{
    return {model::Severity::error,
            yamlFaultName(problem.fault),
            file,
            problem.place,
            problem.pointer,
            findingText(problem.what, problem.mend),
            std::nullopt};
}

} // namespace

struct WorkspaceValidator::FileFindings {
    QByteArray bytes;
    YamlDocument document; // null where it cannot be read
    QList<Diagnostic> findings;
    QMap<QString, Reference> references; // what the findings rest on

    bool holds(const ComposeFile &file, const Workspace &workspace, const Environment &environment) const
    {
        if (bytes != file.bytes)
            return false;
        for (auto it = references.begin(); it != references.end(); ++it) {
            if (*it != referenceTo(it.key(), workspace, environment))
                return false;
        }
        return true;
    }
};

struct WorkspaceValidator::OwnSchema {
    QByteArray bytes;
    std::optional<JsonSchema> schema;
    QList<Diagnostic> findings; // of the schema itself
};

WorkspaceValidator::WorkspaceValidator(std::shared_ptr<const FileSchemas> schemas)
    : m_schemas(std::move(schemas))
{
}

WorkspaceValidator::~WorkspaceValidator() = default;

const WorkspaceValidator::FileFindings &
WorkspaceValidator::findingsOf(const ComposeFile &file, const Workspace &workspace, const Environment &environment)
{
    FileFindings &kept = m_files[file.path];
    if (kept.holds(file, workspace, environment))
        return kept;
    if (kept.bytes != file.bytes || kept.document.isNull()) {
        const YamlReading reading = readYaml(file.bytes);
        kept = {file.bytes, reading.document, {}, {}};
        if (!reading.ok()) {
            kept.findings = {ofYamlProblem(file.path, *reading.problem)};
            return kept;
        }
    }
    kept.findings.clear();
    kept.references.clear();
    const auto lookup = [&](const QString &name) {
        Reference &reference = kept.references[name];
        reference = referenceTo(name, workspace, environment);
        return reference.value;
    };
    const YamlVariables variables = variablesOf(kept.document, lookup);
    QSet<QString> unknown; // nodes whose value is not known, or told of already
    for (const YamlVariables::Problem &problem : variables.problems) {
        kept.findings.append(ofVariableProblem(file.path, problem));
        unknown.insert(problem.node.pointer());
    }
    for (const YamlVariableUse &use : variables.uses) {
        if (use.use.missing())
            kept.findings.append(ofMissingVariable(file.path, use));
        if (use.use.missing() || kept.references.value(use.use.name).secret)
            unknown.insert(use.node.pointer());
    }
    const QList<Diagnostic> ofSchema = m_schemas->checkService(file.path, kept.document, lookup);
    std::copy_if(ofSchema.begin(), ofSchema.end(), std::back_inserter(kept.findings),
                 [&](const Diagnostic &one) { return !unknown.contains(one.pointer); });
    return kept;
}

QList<Diagnostic> WorkspaceValidator::ownSchemaFindings(const Workspace &workspace, const Environment &environment)
{
    QList<Diagnostic> found;
    for (const ComposeFile &file : workspace.schemas) {
        OwnSchema &kept = m_ownSchemas[file.path];
        if (kept.bytes != file.bytes || (!kept.schema && kept.findings.isEmpty())) {
            const base::Result<JsonSchema> compiled = JsonSchema::compile(file.bytes, SchemaOrigin::workspace);
            kept = {file.bytes, {}, {}};
            if (compiled)
                kept.schema = *compiled;
            else
                kept.findings = {
                    {model::Severity::error,
                     u"schema-unusable"_s,
                     file.path,
                     {},
                     {},
                     findingText(compiled.error().message, u"until it is mended, nothing is checked against it"_s),
                     std::nullopt}};
        }
        found += kept.schema ? checkVariables(*kept.schema, environment) : kept.findings;
    }
    return found;
}

QList<Diagnostic> WorkspaceValidator::validate(const Workspace &workspace, const QMap<QString, QString> &process)
{
    const Environment environment = environmentOf(workspace, process);
    QList<Diagnostic> found = workspace.diagnostics;
    if (!workspace.manifest.isEmpty()) {
        const YamlReading reading = readYaml(workspace.manifestBytes);
        if (reading.ok())
            appendUnsaid(m_schemas->checkManifest(workspace.manifest, reading.document), found);
    }
    for (const EnvFinding &finding : environment.findings())
        found.append(ofEnvFinding(finding));
    // A plain folder's variables are its own: PORT need not be ours.
    if (!workspace.manifest.isEmpty()) {
        appendUnsaid(m_schemas->checkVariables(environment), found);
        appendUnsaid(ownSchemaFindings(workspace, environment), found);
    }
    QStringList used;
    bool everythingRead = true;
    for (const ComposeFile &file : workspace.composeFiles) {
        const FileFindings &findings = findingsOf(file, workspace, environment);
        found += findings.findings;
        used += findings.references.keys();
        everythingRead = everythingRead && !findings.document.isNull();
    }
    if (everythingRead) // else it may be used in what could not be read
        found += unusedVariables(environment, used);
    std::stable_sort(found.begin(), found.end());
    return found;
}

} // namespace mediahelm::workspace
