// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace.h"

#include "core/workspace/project/references.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

constexpr auto manifestName = "mediahelm.yaml"_L1;
constexpr auto projectVariable = "COMPOSE_PROJECT_NAME"_L1;

// DESIGN: the later one wins.
const QStringList &usualLayers()
{
    static const QStringList layers{u"defaults/base.env"_s, u"defaults/media-services.env"_s,
                                    u"defaults/security-services.env"_s, u"defaults/monitoring-services.env"_s,
                                    u"local.env"_s};
    return layers;
}

bool staysInside(const QString &path)
{
    return !path.isEmpty() && !path.startsWith(u'/') && !path.split(u'/').contains(u".."_s);
}

// What a pointer leads to, aliases followed; no node where there is nothing.
YamlNode valueAt(const YamlDocument &document, const QString &pointer)
{
    const YamlNode node = findResolved(document, pointer);
    return node ? node.target() : node;
}

// Reads the files that a manifest names, and notes what is wrong with them.
class ManifestReader
{
public:
    ManifestReader(const WorkspaceFiles &files, const YamlDocument &document)
        : m_files(files)
        , m_document(document)
    {
    }

    base::Result<Workspace> read()
    {
        m_workspace.manifest = manifestName;
        m_workspace.manifestBytes = m_document.bytes();
        const YamlNode name = valueAt(m_document, u"/name"_s);
        m_workspace.name = name && name.isScalar() ? name.text() : QString();
        if (m_workspace.name.isEmpty())
            note(u"workspace-no-name"_s, m_document.root(),
                 u"the manifest does not name the project; add name: media"_s);
        for (const YamlNode &node : listAt(u"/secrets"_s))
            m_workspace.secrets.append(node.text());
        readRetention();
        base::Status status = readLayers();
        if (status && m_workspace.envLayers.isEmpty())
            status = readLayerIfThere(u".env"_s); // docker compose is given no --env-file then, and reads this one
        if (status)
            status = readComposeFiles();
        if (status)
            status = readSchemas();
        if (!status)
            return status.error();
        return m_workspace;
    }

private:
    QList<YamlNode> listAt(const QString &pointer) const
    {
        QList<YamlNode> nodes;
        const YamlNode list = valueAt(m_document, pointer);
        if (!list || !list.isSequence())
            return nodes;
        for (int i = 0; i < list.size(); ++i) {
            const YamlNode node = list.item(i).target();
            if (node.isScalar())
                nodes.append(node);
        }
        return nodes;
    }

    // What the schema refuses counts as not set.
    void readRetention()
    {
        const YamlNode logs = valueAt(m_document, u"/retention/deployment_logs"_s);
        bool isNumber = false;
        const int kept = logs && logs.isScalar() ? logs.text().toInt(&isNumber) : 0;
        if (isNumber && kept > 0)
            m_workspace.keptLogs = kept;
    }

    void note(const QString &code, const YamlNode &node, const QString &message)
    {
        m_workspace.diagnostics.append({model::Severity::error, code, manifestName, m_document.place(node),
                                        node.pointer(), message, std::nullopt});
    }

    base::Status readLayers()
    {
        if (!findResolved(m_document, u"/env_layers"_s)) {
            for (const QString &path : usualLayers()) {
                if (const base::Status read = readLayerIfThere(path); !read)
                    return read;
            }
            return {};
        }
        for (const YamlNode &node : listAt(u"/env_layers"_s)) {
            const auto bytes = readNamed(node, node.text());
            if (!bytes)
                return bytes.error();
            if (*bytes)
                m_workspace.envLayers.append({node.text(), **bytes});
        }
        return {};
    }

    base::Status readLayerIfThere(const QString &path)
    {
        const base::Result<QByteArray> bytes = m_files.read(path);
        if (bytes)
            m_workspace.envLayers.append({path, *bytes});
        else if (bytes.error().kind != ErrorKind::notFound)
            return bytes.error();
        return {};
    }

    base::Status readComposeFiles()
    {
        if (!findResolved(m_document, u"/service_files"_s))
            return readMatching({}, u"services/*.yaml"_s);
        for (const YamlNode &node : listAt(u"/service_files"_s)) {
            if (const base::Status status = readMatching(node, node.text()); !status)
                return status;
        }
        return {};
    }

    base::Status readSchemas()
    {
        const auto names = m_files.names(u"schemas"_s);
        if (!names)
            return names.error();
        for (const QString &name : *names) {
            if (!name.endsWith(".json"_L1))
                continue;
            const QString path = u"schemas/"_s + name;
            const base::Result<QByteArray> bytes = m_files.read(path);
            if (!bytes)
                return bytes.error();
            m_workspace.schemas.append({path, *bytes});
        }
        return {};
    }

    // A file of the manifest's; none when it is not there, which is noted.
    base::Result<std::optional<QByteArray>> readNamed(const YamlNode &node, const QString &path)
    {
        if (!staysInside(path)) {
            note(u"workspace-path"_s, node,
                 u"the path leads out of the workspace; give one relative to mediahelm.yaml"_s);
            return std::optional<QByteArray>();
        }
        base::Result<QByteArray> bytes = m_files.read(path);
        if (bytes)
            return std::optional(*bytes);
        if (bytes.error().kind != ErrorKind::notFound)
            return bytes.error();
        note(u"workspace-missing-file"_s, node, u"there is no file %1; make it, or take it off the list"_s.arg(path));
        return std::optional<QByteArray>();
    }

    // The files that a path with '*' in its last part stands for; one file where it has none.
    base::Status readMatching(const YamlNode &node, const QString &pattern)
    {
        QStringList paths{pattern};
        if (pattern.contains(u'*')) {
            const qsizetype slash = pattern.lastIndexOf(u'/');
            const QString folder = slash < 0 ? QString() : pattern.first(slash);
            if (node && !staysInside(pattern)) {
                note(u"workspace-path"_s, node,
                     u"the path leads out of the workspace; give one relative to mediahelm.yaml"_s);
                return {};
            }
            const auto names = m_files.names(folder);
            if (!names)
                return names.error();
            paths.clear();
            for (const QString &name : *names) {
                if (QDir::match(pattern.mid(slash + 1), name))
                    paths.append(folder.isEmpty() ? name : folder + u'/' + name);
            }
        }
        for (const QString &path : std::as_const(paths)) {
            const auto bytes = readNamed(node, path);
            if (!bytes)
                return bytes.error();
            const auto known = [&](const ComposeFile &file) { return file.path == path; };
            if (*bytes && std::ranges::none_of(m_workspace.composeFiles, known))
                m_workspace.composeFiles.append({path, **bytes});
        }
        return {};
    }

    const WorkspaceFiles &m_files;
    const YamlDocument &m_document;
    Workspace m_workspace;
};

// The first of the names that there is, with its content.
base::Result<std::optional<ComposeFile>> firstOf(const WorkspaceFiles &files, const QStringList &names)
{
    for (const QString &name : names) {
        const base::Result<QByteArray> bytes = files.read(name);
        if (bytes)
            return std::optional(ComposeFile{name, *bytes});
        if (bytes.error().kind != ErrorKind::notFound)
            return bytes.error();
    }
    return std::optional<ComposeFile>();
}

// Whether a line may begin a key "name" of the whole file. Most files have none, and reading one takes time.
bool mayNameProject(const QByteArray &bytes)
{
    bool lineBegins = true;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (lineBegins
            && (QByteArrayView(bytes).sliced(i).startsWith("name") || QByteArrayView("\"'{?<&!-\xef").contains(c)))
            return true;
        lineBegins = c == '\n' || c == '\r';
    }
    return false;
}

// What Compose calls the project, of the places that may say it.
QString nameWithoutManifest(const Workspace &workspace, const QMap<QString, QString> &process, const QString &folder)
{
    QStringList candidates{process.value(projectVariable)};
    for (const EnvLayer &layer : workspace.envLayers) {
        const EnvFile file = readEnvFile(layer.bytes);
        const EnvAssignment *assignment = file.find(projectVariable);
        candidates.append(assignment ? assignment->text : QString());
    }
    // A file merged later says it anew.
    for (auto file = workspace.composeFiles.crbegin(); file != workspace.composeFiles.crend(); ++file) {
        if (!mayNameProject(file->bytes))
            continue;
        const YamlReading reading = readYaml(file->bytes);
        const YamlNode name = reading.ok() ? valueAt(reading.document, u"/name"_s) : YamlNode();
        candidates.append(name && name.isScalar() ? name.text() : QString());
    }
    candidates.append(projectName(folder));
    const auto given = std::ranges::find_if(candidates, [](const QString &name) { return !name.isEmpty(); });
    return given == candidates.cend() ? QString() : *given;
}

// Those that .env names instead of the usual ones (COMPOSE_FILE, COMPOSE_PATH_SEPARATOR). A workspace without one of
// them would take the services of that file for gone, so that a name that leads nowhere is an error.
base::Result<QList<ComposeFile>> filesNamedIn(const WorkspaceFiles &files, const QString &names,
                                              const QString &separator)
{
    QList<ComposeFile> found;
    const QStringList paths = names.split(separator, Qt::SkipEmptyParts);
    for (const QString &path : paths) {
        const QString tidy = QDir::cleanPath(path);
        if (!staysInside(tidy))
            return Error{
                ErrorKind::invalid,
                u"COMPOSE_FILE in .env names %1, which leads out of the folder; move the file into it, or open "
                "the folder that has them all"_s.arg(path),
                {}};
        const base::Result<QByteArray> bytes = files.read(tidy);
        if (!bytes && bytes.error().kind == ErrorKind::notFound)
            return Error{ErrorKind::invalid,
                         u"COMPOSE_FILE in .env names %1, and there is no such file; make it, or take it off that "
                         "list"_s.arg(path),
                         {}};
        if (!bytes)
            return bytes.error();
        found.append({tidy, *bytes});
    }
    return found;
}

// In the order in which Compose looks for them: one file, and its override.
base::Result<QList<ComposeFile>> usualFiles(const WorkspaceFiles &files)
{
    const auto main =
        firstOf(files, {u"compose.yaml"_s, u"compose.yml"_s, u"docker-compose.yml"_s, u"docker-compose.yaml"_s});
    if (!main)
        return main.error();
    if (!*main)
        return Error{
            ErrorKind::notFound,
            u"\"%1\" is no workspace: it has neither mediahelm.yaml nor compose.yaml"_s.arg(files.folderName()),
            {}};
    const auto override = firstOf(files,
                                  {u"compose.override.yml"_s, u"compose.override.yaml"_s,
                                   u"docker-compose.override.yml"_s, u"docker-compose.override.yaml"_s});
    if (!override)
        return override.error();
    QList<ComposeFile> found{**main};
    if (*override)
        found.append(**override);
    return found;
}

// A folder as `docker compose` takes it: .env, and the files that it names, or else the usual ones.
base::Result<Workspace> readPlain(const WorkspaceFiles &files, const QMap<QString, QString> &process)
{
    Workspace workspace;
    const auto env = firstOf(files, {u".env"_s});
    if (!env)
        return env.error();
    QString named;
    QString separator;
    if (*env) {
        workspace.envLayers.append({(*env)->path, (*env)->bytes});
        const EnvFile file = readEnvFile((*env)->bytes);
        const auto textOf = [&](const QString &name) {
            const EnvAssignment *assignment = file.find(name);
            return assignment ? assignment->text : QString();
        };
        named = textOf(u"COMPOSE_FILE"_s);
        separator = textOf(u"COMPOSE_PATH_SEPARATOR"_s);
    }
    const auto found =
        named.isEmpty() ? usualFiles(files) : filesNamedIn(files, named, separator.isEmpty() ? u":"_s : separator);
    if (!found)
        return found.error();
    workspace.composeFiles = *found;
    workspace.name = nameWithoutManifest(workspace, process, files.folderName());
    return workspace;
}

} // namespace

base::Result<Workspace> readWorkspace(const WorkspaceFiles &files, const QMap<QString, QString> &process,
                                      ReferenceMemory *memory)
{
    const base::Result<QByteArray> manifest = files.read(manifestName);
    if (!manifest && manifest.error().kind != ErrorKind::notFound)
        return manifest.error();
    base::Result<Workspace> workspace = Workspace();
    if (manifest) {
        const YamlReading reading = readYaml(*manifest);
        if (!reading.ok())
            return Error{ErrorKind::invalid, manifestName + u':' + reading.problem->text(), {}};
        workspace = ManifestReader(files, reading.document).read();
    } else {
        workspace = readPlain(files, process);
    }
    if (workspace)
        readReferences(files, process, *workspace, memory);
    return workspace;
}

QString projectName(const QString &folderName)
{
    QString name;
    const QString lower = folderName.toLower();
    for (const QChar c : lower) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (letter || (!name.isEmpty() && (c == u'-' || c == u'_')))
            name += c;
    }
    return name;
}

} // namespace mediahelm::workspace
