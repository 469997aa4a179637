// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace_validator.h"

#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/host_checks.h"
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

// Collects findings; of a place or node that an error was told of already nothing more is said.
class Findings
{
public:
    void append(const QList<Diagnostic> &more)
    {
        m_found += more;
        for (const Diagnostic &one : more) {
            if (one.severity != model::Severity::error)
                continue;
            m_places.insert(placeOf(one));
            if (!one.pointer.isEmpty())
                m_places.insert(nodeOf(one));
        }
    }

    void appendUnsaid(const QList<Diagnostic> &more)
    {
        QList<Diagnostic> unsaid;
        std::copy_if(more.begin(), more.end(), std::back_inserter(unsaid), [this](const Diagnostic &one) {
            return !m_places.contains(placeOf(one)) && (one.pointer.isEmpty() || !m_places.contains(nodeOf(one)));
        });
        append(unsaid);
    }

    QList<Diagnostic> sorted()
    {
        std::stable_sort(m_found.begin(), m_found.end());
        return std::move(m_found);
    }

private:
    static QString placeOf(const Diagnostic &one)
    {
        return u"%1:%2:%3"_s.arg(one.file).arg(one.place.line).arg(one.place.column);
    }
    static QString nodeOf(const Diagnostic &one) { return one.file + u'\n' + one.pointer; }

    QList<Diagnostic> m_found;
    QSet<QString> m_places;
};

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

} // namespace

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

const WorkspaceValidator::FileFindings &
WorkspaceValidator::findingsOf(const ComposeFile &file, const Workspace &workspace, const Environment &environment)
{
    FileFindings &kept = m_files[file.path];
    const bool same = kept.bytes == file.bytes && !kept.document.isNull();
    const QStringList changed = same ? kept.changedReferences(workspace, environment) : QStringList();
    if (same && changed.isEmpty())
        return kept;
    ++m_filesLookedAt;
    if (!same) {
        const YamlReading reading = readYaml(file.bytes);
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
    kept.model = readFileModel(file.path, kept.document, {lookup, secrets});
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
    Findings found;
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
    QStringList used;
    QList<std::shared_ptr<const FileModel>> models;
    for (const ComposeFile &file : workspace.composeFiles) {
        const FileFindings &findings = findingsOf(file, workspace, environment);
        found.append(findings.findings);
        used += findings.references.keys();
        if (findings.model)
            models.append(findings.model);
    }
    // What cannot be read may be what is missed.
    const bool everythingRead = models.size() == workspace.composeFiles.size();
    if (everythingRead)
        found.append(unusedVariables(environment, used));
    ComposeModel model = mergeModels(models);
    model.complete = model.complete && everythingRead;
    found.appendUnsaid(checkFiles(model));
    m_questions = hostQuestions(model);
    if (facts)
        found.appendUnsaid(checkHost(model, *facts));
    found.appendUnsaid(checkEnvSecrets(environment, workspace.secrets, hasManifest));
    forget(workspace);
    return found.sorted();
}

void WorkspaceValidator::forget(const Workspace &workspace)
{
    const auto gone = [](const QList<ComposeFile> &files) {
        return [&files](const auto &kept) {
            return std::none_of(files.begin(), files.end(),
                                [&](const ComposeFile &file) { return file.path == kept.first; });
        };
    };
    std::erase_if(m_files, gone(workspace.composeFiles));
    std::erase_if(m_ownSchemas, gone(workspace.schemas));
}

} // namespace mediahelm::workspace
