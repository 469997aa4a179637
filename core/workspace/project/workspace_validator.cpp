// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace_validator.h"

#include "core/model/file_path.h"
#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/host_checks.h"
#include "core/workspace/project/finding_list.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/validation.h"
#include "core/workspace/project/variable_findings.h"
#include "core/workspace/yaml/json_pointer.h"

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

QString folderOfFile(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : slash == 0 ? u"/"_s : path.first(slash);
}

// Of an extended file Compose checks against its schema what is extended alone.
QList<Diagnostic> ofServices(const QList<Diagnostic> &findings, const QSet<QString> &services)
{
    QList<Diagnostic> found;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(found), [&services](const Diagnostic &one) {
        const QStringList parts = splitPointer(one.pointer).value_or(QStringList());
        return !one.code.startsWith("schema-"_L1)
            || (parts.size() > 1 && parts[0] == u"services" && services.contains(parts[1]));
    });
    return found;
}

// A file outside the workspace may be anybody's: of what stands in it nothing is shown but names.
void hideContent(Diagnostic &one)
{
    if (one.file.isEmpty() || model::FilePath::parse(one.file))
        return;
    one.fix.reset();
    if (one.code.startsWith("schema-"_L1))
        one.message = u"this is not what Compose takes here; look at the file, which lies outside the workspace"_s;
    else if (one.code == u"yaml-syntax" || one.code == u"env-syntax")
        one.message = u"this cannot be read; look at the file, which lies outside the workspace"_s;
}

} // namespace

struct WorkspaceValidator::Run {
    const Workspace &workspace;
    FindingList &found;
    QStringList used; // names of variables
    QSet<QString> keys; // of m_files
    bool everythingRead = true;
};

struct WorkspaceValidator::FileFindings {
    QByteArray bytes;
    YamlDocument document; // null where it cannot be read
    QList<Diagnostic> findings;
    QMap<QString, Reference> references; // what the findings rest on
    std::shared_ptr<const FileModel> model;
    FittingServices fitting;
    YamlVariables variables; // their nodes are of the document
    bool fitsSchema = false;

    QStringList changedReferences(const Workspace &workspace, const Environment &environment) const
    {
        QStringList changed;
        for (auto it = references.begin(); it != references.end(); ++it) {
            if (*it != referenceTo(it.key(), workspace, environment))
                changed.append(it.key());
        }
        return changed;
    }

    // Whether what the schema says stays as it is when these variables change.
    bool outlives(const QStringList &changed) const
    {
        return fitsSchema && std::all_of(variables.uses.begin(), variables.uses.end(), [&](const YamlVariableUse &use) {
                   return !changed.contains(use.use.name) || isEnvironmentValue(use.node);
               });
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

const WorkspaceValidator::FileFindings &WorkspaceValidator::findingsOf(const FileModelPlace &place, const QString &key,
                                                                       const ComposeFile &file,
                                                                       const Workspace &workspace,
                                                                       const Environment &environment)
{
    FileFindings &kept = m_files[key];
    const bool same = kept.bytes == file.bytes && !kept.document.isNull();
    const QStringList changed = same ? kept.changedReferences(workspace, environment) : QStringList();
    if (same && changed.isEmpty())
        return kept;
    ++m_filesLookedAt;
    if (!same) {
        const YamlReading reading =
            file.document.isNull() ? readYaml(file.bytes) : YamlReading{file.document, std::nullopt};
        FittingServices fitting = std::move(kept.fitting);
        kept = {file.bytes, reading.document, {}, {}, {}, std::move(fitting), {}, false};
        if (!reading.ok()) {
            kept.findings = {ofYamlProblem(file.path, *reading.problem)};
            return kept;
        }
    }
    const bool schemaHolds = same && kept.outlives(changed);
    kept.findings.clear();
    kept.references.clear();
    const auto lookup = [&](const QString &name) {
        Reference &reference = kept.references[name];
        reference = referenceTo(name, workspace, environment);
        return reference.value;
    };
    kept.variables = variablesOf(kept.document, lookup);
    const QSet<QString> unknown = addVariableFindings(file.path, kept);
    if (!schemaHolds) {
        const QList<Diagnostic> ofSchema = m_schemas->checkService(file.path, kept.document, lookup, &kept.fitting);
        kept.fitsSchema = ofSchema.isEmpty();
        std::copy_if(ofSchema.begin(), ofSchema.end(), std::back_inserter(kept.findings),
                     [&](const Diagnostic &one) { return !unknown.contains(one.pointer); });
    }
    const QSet<QString> secrets(workspace.secrets.begin(), workspace.secrets.end());
    kept.model = readFileModel(place, kept.document, {lookup, secrets});
    return kept;
}

QSet<QString> WorkspaceValidator::addVariableFindings(const QString &path, FileFindings &kept)
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

QList<Diagnostic> WorkspaceValidator::validate(const Workspace &workspace, const QMap<QString, QString> &process,
                                               const HostFacts *facts)
{
    const Environment environment = environmentOf(workspace, process);
    FindingList found;
    found.append(workspace.diagnostics);
    const bool hasManifest = !workspace.manifest.isEmpty();
    if (hasManifest) {
        const YamlReading reading = readYaml(workspace.manifestBytes);
        if (reading.ok())
            found.appendUnsaid(m_schemas->checkManifest(workspace.manifest, reading.document));
    }
    QList<Diagnostic> ofVariables;
    for (const EnvFinding &finding : environment.findings())
        ofVariables.append(ofEnvFinding(finding));
    found.append(ofVariables);
    // A plain folder's variables are its own: PORT need not be ours.
    if (hasManifest) {
        found.appendUnsaid(m_schemas->checkVariables(environment));
        found.appendUnsaid(ownSchemaFindings(workspace, environment));
    }
    Run run{workspace, found, {}, {}};
    const ModelUnit models = readUnit(workspace, environment, {}, run);
    found.appendNew(workspace.referenceFindings);
    // What cannot be read may be what is missed.
    if (run.everythingRead)
        found.append(unusedVariables(environment, run.used));
    m_model = mergeModels(models);
    m_model.complete = m_model.complete && run.everythingRead;
    found.appendUnsaid(checkFiles(m_model));
    m_questions = hostQuestions(m_model);
    if (facts)
        found.appendUnsaid(checkHost(m_model, *facts));
    found.appendUnsaid(checkEnvSecrets(environment, workspace.secrets, hasManifest));
    forget(workspace, run.keys);
    QList<Diagnostic> sorted = found.sorted();
    for (Diagnostic &one : sorted)
        hideContent(one);
    return sorted;
}

ModelUnit WorkspaceValidator::readUnit(const ComposeUnit &unit, const Environment &environment, const QString &name,
                                       Run &run)
{
    ModelUnit models;
    models.complete = unit.complete;
    run.everythingRead = run.everythingRead && unit.complete;
    const bool isProject = name.isEmpty();
    const auto take = [&](const FileFindings &findings) {
        run.used += findings.references.keys();
        run.everythingRead = run.everythingRead && findings.model;
    };
    for (const ComposeFile &file : unit.composeFiles) {
        const QString key = name + file.path;
        run.keys.insert(key);
        const FileFindings &findings =
            findingsOf({file.path, unit.folder, false}, key, file, run.workspace, environment);
        if (isProject)
            run.found.append(findings.findings);
        else
            run.found.appendNew(findings.findings);
        take(findings);
        if (findings.model)
            models.files.append(findings.model);
    }
    for (const ExtendedFile &extended : unit.extended) {
        const ComposeFile &file = extended.file;
        const QString key = name + u"extended\n"_s + file.path;
        run.keys.insert(key);
        const FileFindings &findings =
            findingsOf({file.path, folderOfFile(file.path), true}, key, file, run.workspace, environment);
        run.found.appendNew(ofServices(findings.findings, extended.services));
        take(findings);
        if (findings.model)
            models.extended.insert(file.path, findings.model);
    }
    for (const Inclusion &inclusion : unit.inclusions)
        readInclusion(inclusion, environment, name, run, models);
    return models;
}

void WorkspaceValidator::readInclusion(const Inclusion &inclusion, const Environment &ofIncluder, const QString &name,
                                       Run &run, ModelUnit &models)
{
    const Environment environment = environmentOf(inclusion, ofIncluder);
    QList<Diagnostic> found;
    for (const EnvFinding &finding : environment.findings())
        found.append(ofEnvFinding(finding));
    for (const EnvVariable &variable : environment.variables()) {
        for (const EnvOrigin &origin : variable.origins)
            run.used += origin.uses;
    }
    found += checkEnvSecrets(environment, run.workspace.secrets, !run.workspace.manifest.isEmpty());
    run.found.appendNew(found);
    models.included.append(
        readUnit(inclusion, environment, name + inclusion.includer + inclusion.pointer + u'\n', run));
}

void WorkspaceValidator::forget(const Workspace &workspace, const QSet<QString> &keys)
{
    std::erase_if(m_files, [&keys](const auto &kept) { return !keys.contains(kept.first); });
    std::erase_if(m_ownSchemas, [&workspace](const auto &kept) {
        return std::ranges::find(workspace.schemas, kept.first, &ComposeFile::path) == workspace.schemas.end();
    });
}

} // namespace mediahelm::workspace
