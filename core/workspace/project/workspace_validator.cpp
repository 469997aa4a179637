// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace_validator.h"

#include "core/base/parallel.h"
#include "core/model/file_path.h"
#include "core/workspace/checks/checks.h"
#include "core/workspace/checks/host_checks.h"
#include "core/workspace/project/file_look.h"
#include "core/workspace/project/finding_list.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/validation.h"
#include "core/workspace/project/variable_findings.h"
#include "core/workspace/yaml/json_pointer.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Diagnostic;

namespace {

// So many are done with before threads have begun.
constexpr qsizetype fewFiles = 4;

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

// What tells a file that is extended, and a unit that is included, from others of a unit.
QString keyOfExtended(const QString &unit, const ExtendedFile &extended)
{
    return unit + u"extended\n"_s + extended.file.path;
}

QString nameOfIncluded(const QString &unit, const Inclusion &inclusion)
{
    return unit + inclusion.includer + inclusion.pointer + u'\n';
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

// What one validation has come to so far.
struct WorkspaceValidator::Run {
    const Workspace &workspace;
    FindingList &found;
    QStringList used; // names of variables
    QSet<QString> keys; // of m_files
    QList<FileLook> looks;
    std::map<QString, Environment> environments; // of what is included, by its name
    bool everythingRead = true;
};

// What the last validation came to, but for the host.
struct WorkspaceValidator::Last {
    FindingList found;
    QList<Diagnostic> secrets; // of the env files, which are told last
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

void WorkspaceValidator::collectLooks(const ComposeUnit &unit, const Environment &environment, const QString &name,
                                      Run &run)
{
    const auto collect = [&](const FileModelPlace &place, const QString &key, const ComposeFile &file) {
        if (run.keys.contains(key))
            return;
        run.keys.insert(key);
        FileFindings &kept = m_files[key];
        FileLook look{place, &file, &environment, &kept, kept.bytes == file.bytes && !kept.document.isNull(), {}};
        if (look.isRead)
            look.changed = kept.changedReferences(run.workspace, environment);
        if (!look.isRead || !look.changed.isEmpty())
            run.looks.append(look);
    };
    for (const ComposeFile &file : unit.composeFiles)
        collect({file.path, unit.folder, false}, name + file.path, file);
    for (const ExtendedFile &extended : unit.extended)
        collect({extended.file.path, folderOfFile(extended.file.path), true}, keyOfExtended(name, extended),
                extended.file);
    for (const Inclusion &inclusion : unit.inclusions) {
        const QString included = nameOfIncluded(name, inclusion);
        const auto place = run.environments.try_emplace(included, environmentOf(inclusion, environment)).first;
        collectLooks(inclusion, place->second, included, run);
    }
}

void WorkspaceValidator::lookAtFiles(Run &run)
{
    m_filesLookedAt += int(run.looks.size());
    if (run.looks.size() < fewFiles) {
        for (const FileLook &look : std::as_const(run.looks)) {
            look.read();
            look.judge(run.workspace, *m_schemas);
        }
        return;
    }
    // The schemas, at their first use, are compiled while the files are read that wait for them.
    const std::array<std::function<void()>, 4> schemas{
        [this] { m_schemas->service(); }, [this] { m_schemas->extension(); }, [this] { m_schemas->variables(); },
        [this] { m_schemas->manifest(); }};
    base::inParallel(qsizetype(schemas.size()) + run.looks.size(), [&](qsizetype i) {
        if (const auto file = i - qsizetype(schemas.size()); file >= 0)
            run.looks.at(file).read();
        else
            schemas[size_t(i)]();
    });
    base::inParallel(run.looks.size(), [&](qsizetype i) { run.looks.at(i).judge(run.workspace, *m_schemas); });
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
    Run run{workspace, found, {}, {}, {}, {}};
    collectLooks(workspace, environment, {}, run);
    lookAtFiles(run);
    const ModelUnit models = readUnit(workspace, {}, run);
    found.appendNew(workspace.referenceFindings);
    // What cannot be read may be what is missed.
    if (run.everythingRead)
        found.append(unusedVariables(environment, run.used));
    m_model = mergeModels(models);
    m_model.complete = m_model.complete && run.everythingRead;
    found.appendUnsaid(checkFiles(m_model));
    m_questions = hostQuestions(m_model);
    forget(workspace, run.keys);
    m_last =
        std::make_unique<Last>(Last{std::move(found), checkEnvSecrets(environment, workspace.secrets, hasManifest)});
    return against(facts);
}

QList<Diagnostic> WorkspaceValidator::against(const HostFacts *facts) const
{
    if (!m_last)
        return {};
    FindingList found = m_last->found;
    if (facts)
        found.appendUnsaid(checkHost(m_model, *facts));
    found.appendUnsaid(m_last->secrets);
    QList<Diagnostic> sorted = found.sorted();
    for (Diagnostic &one : sorted)
        hideContent(one);
    return sorted;
}

ModelUnit WorkspaceValidator::readUnit(const ComposeUnit &unit, const QString &name, Run &run)
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
        const FileFindings &findings = m_files[name + file.path];
        if (isProject)
            run.found.append(findings.findings);
        else
            run.found.appendNew(findings.findings);
        take(findings);
        if (findings.model)
            models.files.append(findings.model);
    }
    for (const ExtendedFile &extended : unit.extended) {
        const FileFindings &findings = m_files[keyOfExtended(name, extended)];
        run.found.appendNew(ofServices(findings.findings, extended.services));
        take(findings);
        if (findings.model)
            models.extended.insert(extended.file.path, findings.model);
    }
    for (const Inclusion &inclusion : unit.inclusions)
        readInclusion(inclusion, name, run, models);
    return models;
}

void WorkspaceValidator::readInclusion(const Inclusion &inclusion, const QString &name, Run &run, ModelUnit &models)
{
    const QString included = nameOfIncluded(name, inclusion);
    const Environment &environment = run.environments.at(included);
    QList<Diagnostic> found;
    for (const EnvFinding &finding : environment.findings())
        found.append(ofEnvFinding(finding));
    for (const EnvVariable &variable : environment.variables()) {
        for (const EnvOrigin &origin : variable.origins)
            run.used += origin.uses;
    }
    found += checkEnvSecrets(environment, run.workspace.secrets, !run.workspace.manifest.isEmpty());
    run.found.appendNew(found);
    models.included.append(readUnit(inclusion, included, run));
}

void WorkspaceValidator::forget(const Workspace &workspace, const QSet<QString> &keys)
{
    std::erase_if(m_files, [&keys](const auto &kept) { return !keys.contains(kept.first); });
    std::erase_if(m_ownSchemas, [&workspace](const auto &kept) {
        return std::ranges::find(workspace.schemas, kept.first, &ComposeFile::path) == workspace.schemas.end();
    });
}

} // namespace mediahelm::workspace
