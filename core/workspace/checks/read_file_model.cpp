// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/compose_model.h"
#include "core/workspace/checks/model_keys.h"
#include "core/workspace/checks/mount_parts.h"
#include "core/workspace/checks/tagged_parts.h"

#include <QDir>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

// Reads one file; what has not the form that it must have is left out, since the schema tells of it.
class FileModelReader
{
public:
    FileModelReader(FileModel &file, const ModelVariables &variables)
        : m_file(file)
        , m_variables(variables)
    {
    }

    void read()
    {
        const QList<YamlEntry> entries = resolvedEntries(m_file.document.root());
        for (const YamlEntry &entry : entries) {
            const ModelTag tag = tagOf(entry.value);
            if (tag != ModelTag::none)
                m_file.cleared.insert(entry.key);
            if (tag == ModelTag::reset)
                continue;
            if (entry.key == u"services")
                readServices(entry.value);
            else if (m_file.isExtended)
                continue;
            else if (entry.key == u"networks" || entry.key == u"volumes" || entry.key == u"configs"
                     || entry.key == u"secrets")
                readSection(entry.key, entry.value);
        }
    }

private:
    ModelText text(const YamlNode &node) const { return readText(m_file, node, m_variables); }
    ModelSource at(const YamlNode &node) const { return {&m_file, node}; }
    // A path of the file's, as the workspace's folder sees it.
    ModelText pathText(ModelText read) const
    {
        if (read.known)
            read.text = pathIn(m_file.folder, read.text);
        return read;
    }

    // A text under a key of a mapping; an unknown one where there is none.
    ModelText textAt(const YamlNode &mapping, const QString &key) const
    {
        const QList<YamlEntry> entries = pairsOf(mapping);
        for (const YamlEntry &entry : entries) {
            if (entry.key == key)
                return text(entry.value);
        }
        return {{}, at(mapping), false, true};
    }

    static QList<YamlNode> items(const YamlNode &node)
    {
        QList<YamlNode> found;
        const YamlNode list = node.target();
        for (int i = 0; list.isSequence() && i < list.size(); ++i)
            found.append(list.item(i));
        return found;
    }

    void readSection(const QString &name, const YamlNode &node)
    {
        const QList<YamlEntry> entries = resolvedEntries(node);
        for (const YamlEntry &entry : entries) {
            ModelDeclaration declaration{
                at(entry.keyNode), std::nullopt, std::nullopt, tagOf(entry.value), {at(entry.value)}};
            const QList<YamlEntry> pairs = resolvedEntries(entry.value);
            for (const YamlEntry &pair : pairs) {
                if (pair.key == u"external")
                    declaration.external = pair.value.target().isMapping() || text(pair.value).text == u"true";
                else if (pair.key == u"file")
                    declaration.path = pathText(text(pair.value));
            }
            m_file.sections[name].insert(entry.key, declaration);
        }
    }

    void readServices(const YamlNode &node)
    {
        const QList<YamlEntry> entries = resolvedEntries(node);
        for (const YamlEntry &entry : entries) {
            ModelService service;
            service.name = entry.key;
            service.key = at(entry.keyNode);
            service.tag = tagOf(entry.value);
            service.parts = {at(entry.value)};
            const QList<YamlEntry> pairs = resolvedEntries(entry.value);
            for (const YamlEntry &pair : pairs)
                readPair(service, pair);
            m_file.services.append(service);
        }
    }

    void readPair(ModelService &service, const YamlEntry &pair)
    {
        const QString &key = pair.key;
        const YamlNode &value = pair.value;
        if (tagOf(value) != ModelTag::none)
            service.cleared.insert(key);
        if (tagOf(value) == ModelTag::reset || isNull(value))
            return;
        if (value.target().isMapping())
            noteParts(service, key, value);
        if (key == u"image")
            service.image = text(value);
        else if (key == u"build")
            readBuild(service, value);
        else if (key == u"ports")
            readPorts(service, value);
        else if (key == u"volumes")
            readMounts(service, value);
        else if (key == u"environment")
            readEnvironment(service, value);
        else if (key == u"healthcheck")
            readHealthCheck(service, value);
        else if (key == u"extends")
            readExtends(service, value);
        else if (key == u"deploy")
            readDeploy(service, value);
        else if (key == u"devices" || key == u"env_file" || key == u"label_file")
            readPaths(service, key, value);
        else if (key == u"x-mediahelm")
            readExtension(service, value);
        else if (singleKeys().contains(key))
            service.settings.insert(key, text(value));
        else if (listKeys().contains(key))
            readList(service, key, value);
        else if (referenceKeys().contains(key))
            readReferences(service, key, value);
    }

    void readBuild(ModelService &service, const YamlNode &value)
    {
        service.builds = true;
        const ModelText context = value.target().isScalar() ? text(value) : textAt(value, u"context"_s);
        if (!context.known)
            return;
        const bool isFolder = !context.text.contains("://"_L1) && !context.text.startsWith("github.com/"_L1)
            && !context.text.startsWith("git@"_L1);
        service.buildContext = isFolder ? pathText(context) : ModelText{context.text, context.source, false, true};
        if (isFolder)
            service.readFiles.append(dockerfileOf(*service.buildContext, textAt(value, u"dockerfile"_s)));
    }

    // Relative to the folder that is built in.
    static ModelText dockerfileOf(const ModelText &context, const ModelText &named)
    {
        const bool isNamed = named.known && !named.text.isEmpty();
        ModelText file = context;
        file.text = pathIn(context.text.isEmpty() ? u"."_s : context.text, isNamed ? named.text : u"Dockerfile"_s);
        return file;
    }

    void readList(ModelService &service, const QString &key, const YamlNode &value)
    {
        QList<ModelText> &list = service.lists[key];
        if (value.target().isScalar())
            list.append(text(value));
        const QList<YamlNode> nodes = items(value);
        for (const YamlNode &node : nodes)
            list.append(text(node));
        const QList<YamlEntry> entries = resolvedEntries(value);
        for (const YamlEntry &entry : entries)
            list.append(text(entry.value));
    }

    // Paths, plain or under a key of a mapping.
    void readPaths(ModelService &service, const QString &key, const YamlNode &value)
    {
        QList<YamlNode> nodes = items(value);
        if (value.target().isScalar())
            nodes.append(value);
        for (const YamlNode &node : std::as_const(nodes)) {
            const bool isDevice = key == u"devices";
            if (!node.target().isMapping()) {
                service.lists[key].append(isDevice ? text(node) : pathText(text(node)));
                continue;
            }
            const ModelText required = textAt(node, u"required"_s);
            const ModelText path = textAt(node, isDevice ? u"source"_s : u"path"_s);
            if (!path.known)
                continue;
            if (required.text != u"false")
                service.lists[key].append(isDevice ? path : pathText(path));
            else if (!isDevice)
                service.readFiles.append(pathText(path));
        }
    }

    void readReferences(ModelService &service, const QString &key, const YamlNode &value)
    {
        QList<ModelReference> &references = service.references[key];
        const QList<YamlNode> nodes = items(value);
        for (const YamlNode &node : nodes) {
            ModelReference reference;
            reference.name = node.target().isMapping() ? textAt(node, u"source"_s) : text(node);
            if (key == u"configs" || key == u"secrets")
                reference.target = targetOf(key, node, reference.name.text);
            if (key == u"depends_on")
                reference.required = true;
            references.append(reference);
        }
        const QList<YamlEntry> entries = pairsOf(value);
        for (const YamlEntry &entry : entries) {
            ModelReference reference;
            reference.isItem = false;
            reference.name = {entry.key, at(entry.keyNode), true, true};
            reference.condition = textAt(entry.value, u"condition"_s).text;
            if (const ModelText required = textAt(entry.value, u"required"_s); required.known)
                reference.required = required.text != u"false";
            references.append(reference);
        }
    }

    // Where a config or secret is put, as Compose tells two apart.
    QString targetOf(const QString &key, const YamlNode &node, const QString &source) const
    {
        const ModelText target = node.target().isMapping() ? textAt(node, u"target"_s) : ModelText{{}, {}, false, true};
        return target.known ? target.text : (key == u"secrets" ? u"/run/secrets/"_s : u"/"_s) + source;
    }

    void readPorts(ModelService &service, const YamlNode &value)
    {
        const QList<YamlNode> nodes = items(value);
        for (const YamlNode &node : nodes) {
            const std::optional<ModelPort> port = node.target().isMapping() ? longPort(node) : shortPort(node);
            if (port)
                service.ports.append(*port);
        }
    }

    std::optional<ModelPort> shortPort(const YamlNode &node) const
    {
        const ModelText read = text(node);
        std::optional<ModelPort> port = read.known ? parsePort(read.text) : std::nullopt;
        if (port) {
            port->literal = read.literal;
            port->source = port->published = at(node);
        }
        return port;
    }

    std::optional<ModelPort> longPort(const YamlNode &node) const
    {
        const ModelText target = textAt(node, u"target"_s);
        const ModelText published = textAt(node, u"published"_s);
        const ModelText protocol = textAt(node, u"protocol"_s);
        const auto inside = parsePortRange(target.text);
        if (!inside || !target.known)
            return std::nullopt;
        ModelPort port;
        port.targetFirst = inside->first;
        port.targetLast = inside->second;
        port.protocol = protocol.text.isEmpty() ? u"tcp"_s : protocol.text;
        port.hostIp = textAt(node, u"host_ip"_s).text;
        port.source = at(node);
        port.published = published.source;
        port.literal = published.literal;
        const auto outside = published.known ? parsePortRange(published.text) : std::nullopt;
        if (outside) {
            port.first = outside->first;
            port.last = outside->second;
        }
        return port;
    }

    void readMounts(ModelService &service, const YamlNode &value)
    {
        const QList<YamlNode> nodes = items(value);
        for (const YamlNode &node : nodes) {
            if (node.target().isMapping()) {
                service.mounts.append(longMount(node));
                continue;
            }
            const ModelText read = text(node);
            ModelMount mount = parseMount(read.text);
            mount.known = read.known;
            mount.source = at(node);
            if (mount.kind == ModelMount::Kind::bind && mount.known)
                mount.from = pathIn(m_file.folder, mount.from);
            service.mounts.append(mount);
        }
    }

    ModelMount longMount(const YamlNode &node) const
    {
        const ModelText type = textAt(node, u"type"_s);
        const ModelText from = textAt(node, u"source"_s);
        ModelMount mount;
        mount.from = from.text;
        mount.target = textAt(node, u"target"_s).text;
        mount.readOnly = textAt(node, u"read_only"_s).text.compare(u"true"_s, Qt::CaseInsensitive) == 0;
        mount.source = from.known ? from.source : at(node);
        mount.known = type.known && (from.known || from.source.node == node);
        if (type.text == u"bind") {
            mount.kind = ModelMount::Kind::bind;
            mount.from = from.known ? pathIn(m_file.folder, mount.from) : mount.from;
        } else if (type.text == u"volume")
            mount.kind = from.text.isEmpty() ? ModelMount::Kind::anonymous : ModelMount::Kind::volume;
        mount.makesFolder = false;
        const QList<YamlEntry> entries = resolvedEntries(node);
        for (const YamlEntry &entry : entries) {
            if (entry.key == u"bind")
                mount.makesFolder = textAt(entry.value, u"create_host_path"_s).text == u"true";
        }
        return mount;
    }

    void readEnvironment(ModelService &service, const YamlNode &value)
    {
        const QList<YamlNode> nodes = items(value);
        for (const YamlNode &node : nodes) {
            ModelText read = text(node);
            const qsizetype equals = read.text.indexOf(u'=');
            ModelVariable variable{equals < 0 ? read.text : read.text.left(equals), std::nullopt, at(node)};
            if (equals >= 0) {
                read.text = read.text.mid(equals + 1);
                variable.value = read;
            }
            service.environment.append(variable);
        }
        const QList<YamlEntry> entries = pairsOf(value);
        for (const YamlEntry &entry : entries) {
            const bool empty = isNull(entry.value);
            service.environment.append(
                {entry.key, empty ? std::nullopt : std::optional(text(entry.value)), at(entry.value)});
        }
    }

    void readHealthCheck(ModelService &service, const YamlNode &value)
    {
        ModelHealthCheck check{std::nullopt, std::nullopt, at(value)};
        const QList<YamlEntry> entries = pairsOf(value);
        for (const YamlEntry &entry : entries) {
            const QList<YamlNode> words = entry.key == u"test" ? items(entry.value) : QList<YamlNode>();
            if (entry.key == u"disable")
                check.disable = text(entry.value).text == u"true";
            else if (entry.key == u"test")
                check.noTest = !words.isEmpty() && text(words.first()).text == u"NONE";
            else
                continue;
            if (check.disabled())
                check.source = at(entry.value);
        }
        service.healthCheck = check;
    }

    void readExtends(ModelService &service, const YamlNode &value)
    {
        if (value.target().isScalar())
            service.extends = ModelExtends{text(value), std::nullopt, {}};
        const QList<YamlEntry> entries = pairsOf(value);
        for (const YamlEntry &entry : entries) {
            if (entry.key != u"service" && entry.key != u"file")
                continue;
            if (!service.extends)
                service.extends = ModelExtends{{{}, at(value), false, true}, std::nullopt, {}};
            (entry.key == u"service" ? service.extends->service : service.extends->file.emplace()) = text(entry.value);
        }
        if (service.extends && service.extends->file)
            service.extends->path = QDir::cleanPath(pathIn(m_file.folder, service.extends->file->text));
    }

    void readDeploy(ModelService &service, const YamlNode &value)
    {
        if (const ModelText replicas = textAt(value, u"replicas"_s); replicas.known)
            service.settings.insert(u"replicas"_s, replicas);
    }

    void readExtension(ModelService &service, const YamlNode &value)
    {
        const QList<YamlEntry> entries = pairsOf(value);
        for (const YamlEntry &entry : entries) {
            if (entry.key == u"health")
                service.imageBringsCheck = textAt(entry.value, u"inside"_s).text == u"image";
            const QList<YamlNode> list = entry.key == u"privileges" ? items(entry.value) : QList<YamlNode>();
            for (const YamlNode &node : list)
                service.privileges[textAt(node, u"kind"_s).text].insert(textAt(node, u"name"_s).text);
        }
    }

    FileModel &m_file;
    const ModelVariables &m_variables;
};

} // namespace

std::shared_ptr<const FileModel> readFileModel(const FileModelPlace &place, const YamlDocument &document,
                                               const ModelVariables &variables)
{
    auto file = std::make_shared<FileModel>();
    file->path = place.path;
    file->folder = place.folder;
    file->isExtended = place.isExtended;
    file->document = document;
    FileModelReader(*file, variables).read();
    return file;
}

} // namespace mediahelm::workspace
