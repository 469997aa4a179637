// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/configuration_desk.h"

#include "core/base/durable_file.h"
#include "core/control/configuration/completer.h"
#include "core/control/configuration/secret_list.h"
#include "core/control/configuration/text_answers.h"
#include "core/control/configuration/text_finder.h"
#include "core/control/configuration/variable_list.h"
#include "core/model/file_path.h"
#include "core/revision/input/compose_opinion.h"
#include "core/revision/input/workspace_command.h"
#include "core/workspace/env/env_edit.h"
#include "core/workspace/project/yaml_finding.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

constexpr auto manifestName = "mediahelm.yaml"_L1;
constexpr qsizetype mostWatched = 1000;

QString commandOf(const QString &folder, const workspace::Workspace &workspace)
{
    const auto command = revision::composeCommandOf(folder, workspace);
    return command ? command->line({u"up"_s, u"-d"_s}) : QString();
}

// A manifest that can just now not be read, as a finding in it.
model::Diagnostic ofManifest(const QByteArray &bytes, const Error &error)
{
    model::Diagnostic diagnostic;
    diagnostic.file = manifestName;
    diagnostic.code = u"workspace-manifest"_s;
    diagnostic.message = error.message;
    const workspace::YamlReading reading = workspace::readYaml(bytes);
    if (!reading.ok()) {
        diagnostic.code = workspace::yamlFaultName(reading.problem->fault);
        diagnostic.place = reading.problem->place;
        diagnostic.message = reading.problem->what + u"; "_s + reading.problem->mend;
    }
    return diagnostic;
}

Error outside(const QString &path)
{
    return {ErrorKind::invalid, u"%1 is no path of a file in a workspace"_s.arg(path.left(80)), {}};
}

} // namespace

ConfigurationDesk::ConfigurationDesk(const Place &place, const base::Clock &clock)
    : m_place(place)
    , m_clock(clock)
    , m_files(place.folder)
    , m_drafts(place.drafts, place.folder)
    , m_view(place.process)
{
}

base::Status ConfigurationDesk::readAll(QList<model::Diagnostic> &ofManifestFound)
{
    base::Result<workspace::Workspace> workspace = workspace::readWorkspace(m_files, m_place.process, &m_references);
    if (workspace) {
        m_view.set(*workspace);
        m_wasRead = true;
        return {};
    }
    const base::Result<QByteArray> manifest = m_files.read(manifestName);
    if (!m_wasRead || workspace.error().kind != ErrorKind::invalid || !manifest)
        return workspace.error();
    // Half typed: the other files are what they were, with their newest texts.
    ofManifestFound.append(ofManifest(*manifest, workspace.error()));
    workspace::Workspace last = m_view.workspace();
    last.diagnostics.clear();
    for (workspace::EnvLayer &layer : last.envLayers) {
        if (const auto bytes = m_files.read(layer.path))
            layer.bytes = *bytes;
    }
    for (workspace::ComposeFile &file : last.composeFiles) {
        if (const auto bytes = m_files.read(file.path))
            file.bytes = *bytes;
    }
    workspace::readReferences(m_files, m_place.process, last, &m_references);
    m_view.set(last);
    return {};
}

base::Result<ConfigurationDesk::Look> ConfigurationDesk::look()
{
    Look look;
    if (const base::Status status = readAll(look.diagnostics); !status)
        return status.error();
    m_facts = makeFacts();
    look.facts = m_facts;
    look.diagnostics.append(
        m_validator.validate(m_view.workspace(), m_place.process, m_hostFacts ? &*m_hostFacts : nullptr));
    look.questions = m_validator.questions();
    const bool readable = !workspace::tellsOfUnreadableYaml(look.diagnostics);
    if (const auto command = revision::composeCommandOf(m_place.folder, m_view.workspace()); readable && command)
        look.command = *command;
    if (m_composeWords) {
        const QList<model::Diagnostic> known = look.diagnostics;
        look.diagnostics.append(revision::composeOpinion(*m_composeWords, m_place.folder, m_view.workspace(), known));
    }
    std::stable_sort(look.diagnostics.begin(), look.diagnostics.end());
    m_found = look.diagnostics;
    look.changed = changedFiles(m_facts);
    look.watched = watchedPaths(m_facts);
    return look;
}

ConfigurationFacts ConfigurationDesk::makeFacts() const
{
    const workspace::Workspace &workspace = m_view.workspace();
    ConfigurationFacts facts{
        m_place.folder, workspace.name, commandOf(m_place.folder, workspace), {}, workspace.secrets};
    if (!workspace.manifest.isEmpty())
        facts.files.append({workspace.manifest, FileKind::manifest});
    // What is included or extended can be edited where it lies in the folder.
    for (const workspace::EnvLayer &layer : m_view.layers()) {
        if (model::FilePath::parse(layer.path))
            facts.files.append({layer.path, FileKind::env});
    }
    for (const workspace::ComposeFile &file : m_view.composeFiles()) {
        if (model::FilePath::parse(file.path))
            facts.files.append({file.path, FileKind::compose});
    }
    addFolder(u"alerts"_s, FileKind::alerts, facts.files);
    addFolder(u"templates"_s, FileKind::handedOver, facts.files);
    addFolder(u"schemas"_s, FileKind::schema, facts.files);
    return facts;
}

void ConfigurationDesk::addFolder(const QString &folder, FileKind kind, QList<ConfigurationFile> &files) const
{
    if (m_view.workspace().manifest.isEmpty())
        return; // a folder of Compose's own has no such parts
    const auto names = m_files.names(folder);
    if (!names)
        return;
    for (const QString &name : *names) {
        const QString path = folder + u'/' + name;
        const auto known = [&path](const ConfigurationFile &file) { return file.path == path; };
        if (model::FilePath::parse(path) && std::ranges::none_of(files, known))
            files.append({path, kind});
    }
}

QStringList ConfigurationDesk::changedFiles(const ConfigurationFacts &facts)
{
    QStringList changed;
    QHash<QString, QByteArray> digests;
    QStringList paths = m_digests.keys(); // also those that are gone
    for (const ConfigurationFile &file : facts.files) {
        if (!paths.contains(file.path))
            paths.append(file.path);
    }
    for (const QString &path : std::as_const(paths)) {
        const auto bytes = m_files.readDisk(path);
        const QByteArray digest = bytes ? textDigest(*bytes) : QByteArray();
        const auto known = m_digests.constFind(path);
        if (known != m_digests.constEnd() && *known != digest)
            changed.append(path);
        digests.insert(path, digest);
    }
    m_digests = digests;
    changed.sort();
    return changed;
}

QStringList ConfigurationDesk::watchedPaths(const ConfigurationFacts &facts) const
{
    QStringList paths{m_place.folder};
    for (const QString &folder : {u"defaults"_s, u"services"_s, u"templates"_s, u"schemas"_s, u"alerts"_s}) {
        if (QFileInfo(m_files.absolute(folder)).isDir())
            paths.append(m_files.absolute(folder));
    }
    for (const ConfigurationFile &file : facts.files)
        paths.append(m_files.absolute(file.path));
    // A file that is replaced is seen in its folder alone.
    const auto addReferred = [&](const QString &path) {
        for (const QString &one : {m_files.absolute(path), QFileInfo(m_files.absolute(path)).path()}) {
            if (!paths.contains(one) && paths.size() < mostWatched)
                paths.append(one);
        }
    };
    const QList<workspace::ComposeFile> files = workspace::referredFiles(m_view.workspace());
    for (const workspace::ComposeFile &file : files)
        addReferred(file.path);
    const QList<workspace::EnvLayer> layers = workspace::referredLayers(m_view.workspace());
    for (const workspace::EnvLayer &layer : layers)
        addReferred(layer.path);
    return paths;
}

base::Result<FileText> ConfigurationDesk::read(const QString &path)
{
    if (!model::FilePath::parse(path))
        return outside(path);
    const base::Result<QByteArray> bytes = m_files.readDisk(path);
    if (!bytes)
        return bytes.error();
    const FileText text{*bytes, textDigest(*bytes), !workspace::TextIndex::firstInvalidByte(*bytes)};
    m_digests.insert(path, text.digest);
    return text;
}

base::Result<FileText> ConfigurationDesk::save(const QString &path, const QByteArray &text, const QByteArray &base)
{
    if (!model::FilePath::parse(path))
        return outside(path);
    const base::Result<QByteArray> now = m_files.readDisk(path);
    if (!now && now.error().kind != ErrorKind::notFound)
        return now.error();
    const QByteArray digest = now ? textDigest(*now) : QByteArray();
    if (digest != base)
        return Error{ErrorKind::conflict, u"%1 was changed on the disk meanwhile"_s.arg(path), {}};
    const base::Status written = now ? base::replaceDurably(m_files.absolute(path), text)
                                     : base::createDurably(m_files.absolute(path), text, 0644);
    if (!written)
        return written.error();
    const FileText saved{text, textDigest(text), true};
    m_digests.insert(path, saved.digest);
    dropText(path);
    return saved;
}

void ConfigurationDesk::dropText(const QString &path)
{
    m_files.drop(path);
    m_drafts.drop(path);
}

base::Status ConfigurationDesk::keepDraft(const QString &path, const QByteArray &text, const QByteArray &base)
{
    if (!m_files.has(path))
        return {}; // it was saved meanwhile
    Draft draft{path, withoutSecrets(text, m_view.kindOf(path), m_facts.secrets), base, m_clock.utcNow(), false};
    draft.withoutSecrets = draft.bytes != text;
    return m_drafts.keep(draft);
}

Completions ConfigurationDesk::complete(const QString &path, const QByteArray &text, qsizetype at) const
{
    return Completer(m_view, *m_schemas, path, text).at(at);
}

Explanation ConfigurationDesk::explain(const QString &path, const QByteArray &text, qsizetype at) const
{
    return explainText(m_view, *m_schemas, path, text, at);
}

base::Result<TextTarget> ConfigurationDesk::definition(const QString &path, const QByteArray &text, qsizetype at) const
{
    return definitionInText(m_view, m_facts.files, path, text, at);
}

FoundTexts ConfigurationDesk::find(const TextSearch &search) const
{
    FoundTexts found;
    for (const ConfigurationFile &file : m_facts.files) {
        if (const auto bytes = m_files.read(file.path))
            findInText(search, file.path, *bytes, found);
    }
    return found;
}

QList<WorkspaceVariable> ConfigurationDesk::variables() const
{
    return variablesOf(m_view, *m_schemas);
}

WorkspaceSecrets ConfigurationDesk::secrets() const
{
    return secretsOf(m_view, m_found);
}

base::Result<SecretMove> ConfigurationDesk::moveOut(const PlainSecret &secret) const
{
    return control::moveOut(m_view, secret);
}

base::Result<QByteArray> ConfigurationDesk::withValue(const QByteArray &layer, const QString &name,
                                                      const QString &value) const
{
    if (m_view.isSecret(name))
        return Error{ErrorKind::refused, u"%1 is a secret, which belongs in no file"_s.arg(name), {}};
    const QList<WorkspaceVariable> known = variables();
    WorkspaceVariable variable;
    variable.name = name;
    const auto found = std::ranges::find(known, name, &WorkspaceVariable::name);
    const QString wrong = whatIsWrong(found == known.cend() ? variable : *found, *m_schemas, value);
    if (!wrong.isEmpty())
        return Error{ErrorKind::invalid, wrong, {}};
    return workspace::setEnvValue(layer, name, value);
}

} // namespace mediahelm::control
