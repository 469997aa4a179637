// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/env/env_edit.h"
#include "core/workspace/project/validation.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/setup/published_ports.h"
#include "core/workspace/setup/setup.h"
#include "core/workspace/setup/setup_parts.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr auto manifestPath = "mediahelm.yaml"_L1;
constexpr auto localPath = "local.env"_L1;

// Adds services to one workspace.
class Extension
{
public:
    Extension(const Catalog &catalog, const WorkspaceFiles &files, const SetupRequest &request,
              const Workspace &workspace, const YamlDocument &manifest)
        : m_catalog(catalog)
        , m_files(files)
        , m_request(request)
        , m_workspace(workspace)
        , m_manifest(manifest)
        , m_environment(environmentOf(workspace, {}))
    {
        m_setup.project = workspace.name;
        m_setup.folder = request.folder;
        for (const EnvLayer &layer : workspace.envLayers)
            m_setup.envLayers.append(layer.path);
        for (const ComposeFile &file : workspace.composeFiles)
            m_setup.serviceFiles.append(file.path);
    }

    Result<Setup> make()
    {
        for (Status (Extension::*step)() :
             {&Extension::choose, &Extension::addFiles, &Extension::addValues, &Extension::addToManifest}) {
            if (const Status done = (this->*step)(); !done)
                return done.error();
        }
        m_setup.warnings += choiceWarnings(m_catalog, m_entries, m_setup.services + m_setup.present + m_services.keys())
            + machineWarnings(m_entries, presentEntries(), m_request.host);
        return m_setup;
    }

private:
    // Of the workspace's services those that the catalog knows.
    QList<CatalogEntry> presentEntries() const
    {
        QList<CatalogEntry> entries;
        for (auto service = m_services.begin(); service != m_services.end(); ++service) {
            if (const CatalogEntry *entry = m_catalog.find(service.key()))
                entries.append(*entry);
        }
        return entries;
    }

    Status choose()
    {
        const Result<QList<CatalogEntry>> chosen = chosenEntries(m_catalog, m_request.services);
        if (!chosen)
            return chosen.error();
        if (const Status read = readServices(); !read)
            return read;
        for (const CatalogEntry &entry : *chosen) {
            if (m_services.contains(entry.id)) {
                m_setup.present.append(entry.id);
                continue;
            }
            for (const QString &service : entry.services) {
                if (m_services.contains(service))
                    return Error{ErrorKind::conflict,
                                 u"%1 brings a service %2, and %3 has one of that name already"_s.arg(
                                     entry.id, service, m_services.value(service)),
                                 {}};
            }
            m_entries.append(entry);
            m_setup.services.append(entry.id);
        }
        return checkValues(m_catalog, *chosen, m_request.values);
    }

    Status readServices()
    {
        for (const ComposeFile &file : m_workspace.composeFiles) {
            const YamlReading reading = readYaml(file.bytes);
            if (!reading.ok())
                return Error{ErrorKind::invalid, file.path + u':' + reading.problem->text(), {}};
            const auto entries = resolvedEntries(findResolved(reading.document, u"/services"_s));
            for (const YamlEntry &entry : entries)
                m_services.insert(entry.key, file.path);
            QList<TakenPort> ports = publishedPorts(reading.document, m_environment.lookup());
            for (TakenPort &port : ports)
                port.by += u" of this workspace"_s;
            m_taken += ports;
        }
        return {};
    }

    Status addFiles()
    {
        for (const CatalogEntry &entry : std::as_const(m_entries)) {
            if (const Status added = addFile(entry.path(), entry.bytes, false); !added)
                return added;
            if (!m_setup.serviceFiles.contains(entry.path()))
                m_setup.serviceFiles.append(entry.path());
            for (const CatalogTemplate &one : entry.templates) {
                const Result<QByteArray> bytes = m_catalog.templateBytes(one.path);
                const Status added = bytes ? addFile(one.path, *bytes, true) : Status(bytes.error());
                if (!added)
                    return added;
            }
            if (!entry.vpnParent.isEmpty() && entry.vpnRecommended
                && (m_services.contains(entry.vpnParent) || m_setup.services.contains(entry.vpnParent)))
                m_setup.warnings.append(u"%1 does not go through %2 yet; the comment in %3 tells how"_s.arg(
                    entry.id, entry.vpnParent, entry.path()));
        }
        return {};
    }

    // A template that is there is the user's; a service's file that nobody lists is of an init that was cut off, or
    // somebody's own.
    Status addFile(const QString &path, const QByteArray &bytes, bool mayDiffer)
    {
        const Result<QByteArray> there = m_files.read(path);
        if (!there && there.error().kind != ErrorKind::notFound)
            return there.error();
        if (!there)
            m_setup.files.append({path, bytes, std::nullopt});
        else if (*there != bytes && !mayDiffer)
            return Error{
                ErrorKind::conflict,
                u"%1 is there already, and is not the catalog's; rename it, or list it in mediahelm.yaml"_s.arg(path),
                {}};
        else if (*there != bytes)
            m_setup.warnings.append(u"%1 is there already and was left as it is"_s.arg(path));
        return {};
    }

    Status addValues()
    {
        const VariableLookup known = m_environment.lookup();
        const QList<PortWish> wishes = portWishes(m_entries, known, m_request.values);
        m_setup.ports = choosePorts(wishes, m_taken + m_request.host.takenPorts);
        for (qsizetype i = 0; i < wishes.size(); ++i) {
            if (const QString warning = portWarning(m_setup.ports.at(i), wishes.at(i)); !warning.isEmpty())
                m_setup.warnings.append(warning);
        }
        const QList<LocalValue> local = localValues(m_catalog, m_entries, m_request, m_setup.ports, known);
        QList<EnvLayer> layers = m_workspace.envLayers;
        if (!local.isEmpty()) {
            if (layers.isEmpty()) {
                layers.append({localPath, {}});
                m_setup.envLayers.append(localPath);
            }
            const auto named = std::ranges::find(layers, QString(localPath), &EnvLayer::path);
            EnvLayer &layer = named == layers.end() ? layers.last() : *named;
            const QByteArray before = layer.bytes;
            for (const LocalValue &value : local) {
                const Result<QByteArray> set = setEnvValue(layer.bytes, value.name, value.value);
                if (!set)
                    return Error{set.error().kind, layer.path + u": "_s + set.error().message, set.error().detail};
                layer.bytes = *set;
            }
            const bool isNew = m_workspace.envLayers.isEmpty();
            if (layer.bytes != before)
                m_setup.files.append({layer.path, layer.bytes, isNew ? std::nullopt : std::optional(before)});
        }
        const Environment environment = Environment::resolve(layers, {});
        m_setup.secrets = secretsOf(m_entries);
        m_setup.questions = questionsOf(m_catalog, m_entries, environment.lookup(), m_setup.secrets);
        m_setup.folders = foldersOf(m_entries, environment.lookup());
        const auto number = [&environment](const QString &name, qint64 other) {
            const std::optional<QString> value = environment.value(name);
            return value ? value->toLongLong() : other;
        };
        m_setup.userId = number(u"PUID"_s, m_request.host.userId);
        m_setup.groupId = number(u"PGID"_s, m_request.host.groupId);
        return {};
    }

    bool isListed(const QString &path) const
    {
        const YamlNode node = findResolved(m_manifest, u"/service_files"_s);
        const YamlNode list = node ? node.target() : node;
        if (!list || !list.isSequence())
            return path.startsWith("services/"_L1);
        for (int i = 0; i < list.size(); ++i) {
            if (QDir::match(list.item(i).target().text(), path))
                return true;
        }
        return false;
    }

    Status append(const QString &list, const QString &item)
    {
        const QString pointer = u'/' + list;
        const bool there = m_manifest.find(pointer).exists();
        const Result<YamlEdit> edit = there ? setValue(m_manifest, pointer + u"/-"_s, item.toUtf8())
                                            : setValue(m_manifest, pointer, "- " + item.toUtf8());
        if (!edit)
            return Error{edit.error().kind, manifestPath + u": "_s + edit.error().message, edit.error().detail};
        m_manifest = edit->document;
        return {};
    }

    Status addToManifest()
    {
        const QByteArray before = m_manifest.bytes();
        for (const CatalogEntry &entry : std::as_const(m_entries)) {
            if (isListed(entry.path()))
                continue;
            if (const Status added = append(u"service_files"_s, entry.path()); !added)
                return added;
        }
        for (const SetupSecret &secret : std::as_const(m_setup.secrets)) {
            if (m_workspace.secrets.contains(secret.name))
                continue;
            if (const Status added = append(u"secrets"_s, secret.name); !added)
                return added;
        }
        if (m_manifest.bytes() != before)
            m_setup.files.append({manifestPath, m_manifest.bytes(), before});
        return {};
    }

    const Catalog &m_catalog;
    const WorkspaceFiles &m_files;
    const SetupRequest &m_request;
    const Workspace &m_workspace;
    YamlDocument m_manifest;
    const Environment m_environment;
    QList<CatalogEntry> m_entries;
    QMap<QString, QString> m_services; // by name: the file
    QList<TakenPort> m_taken;
    Setup m_setup;
};

} // namespace

Result<Setup> extendSetup(const Catalog &catalog, const WorkspaceFiles &files, const SetupRequest &request)
{
    const Result<Workspace> workspace = readWorkspace(files, {});
    if (!workspace)
        return workspace.error();
    if (workspace->manifest.isEmpty())
        return Error{
            ErrorKind::conflict,
            u"%1 is a plain Compose project without mediahelm.yaml; make a new workspace in another folder"_s.arg(
                request.folder),
            {}};
    for (const model::Diagnostic &diagnostic : workspace->diagnostics) {
        if (diagnostic.severity == model::Severity::error)
            return Error{ErrorKind::invalid,
                         u"%1:%2: %3"_s.arg(diagnostic.file).arg(diagnostic.place.line).arg(diagnostic.message),
                         {}};
    }
    const Result<QByteArray> bytes = files.read(manifestPath);
    if (!bytes)
        return bytes.error();
    const YamlReading manifest = readYaml(*bytes);
    if (!manifest.ok())
        return Error{ErrorKind::invalid, manifestPath + u':' + manifest.problem->text(), {}};
    return Extension(catalog, files, request, *workspace, manifest.document).make();
}

} // namespace mediahelm::workspace
