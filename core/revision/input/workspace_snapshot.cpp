// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_snapshot.h"

#include "core/base/durable_file.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Result;
using base::Status;
using workspace::YamlNode;

namespace {

constexpr qint64 largestReferred = 1024 * 1024; // what is larger is data

class Gatherer
{
public:
    explicit Gatherer(const QString &folder)
        : m_folder(folder)
    {
    }

    Status add(const QString &path, const QByteArray &bytes)
    {
        const auto parsed = model::FilePath::parse(QDir::cleanPath(path));
        if (!parsed)
            return parsed.error();
        if (m_snapshot.find(*parsed))
            return {};
        return m_snapshot.add(*parsed, {bytes, QFileInfo(m_folder, path).isExecutable()});
    }

    // One that is not there, is no plain file or lies elsewhere is left out.
    Status addFromDisk(const QString &path)
    {
        const QString clean = QDir::cleanPath(path);
        const QFileInfo info(m_folder, clean);
        const bool inside = !clean.isEmpty() && !clean.startsWith(u'/') && !clean.startsWith(u"../");
        if (!inside || !info.isFile() || info.size() > largestReferred || !model::FilePath::parse(clean))
            return {};
        const Result<QByteArray> bytes = base::readBounded(info.absoluteFilePath(), largestReferred);
        return bytes ? add(clean, *bytes) : Status(bytes.error());
    }

    Status addFolder(const QString &folder)
    {
        QDirIterator entries(m_folder + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = QDir(m_folder).relativeFilePath(entries.next());
            if (const Status added = addFromDisk(path); !added.ok())
                return added;
        }
        return {};
    }

    Snapshot take() { return std::move(m_snapshot); }

private:
    const QString m_folder;
    Snapshot m_snapshot;
};

// A path, a list of them, or of mappings with `key`.
void collect(const YamlNode &given, const QString &key, QStringList &paths)
{
    if (!given.exists())
        return;
    const YamlNode node = given.target();
    if (node.isScalar())
        paths.append(node.text());
    for (int i = 0; node.isSequence() && i < node.size(); ++i)
        collect(node.item(i), key, paths);
    if (node.isMapping() && !key.isEmpty())
        collect(node.value(key), {}, paths);
}

// Paths are relative to the folder of what is merged together. Those with variables are left out.
QStringList handedOver(const QByteArray &bytes)
{
    QStringList paths;
    const workspace::YamlReading reading = workspace::readYaml(bytes);
    if (reading.document.isNull())
        return paths;
    const auto eachOf = [&](const QString &pointer, const auto &visit) {
        const YamlNode found = findResolved(reading.document, pointer);
        if (!found.exists() || !found.target().isMapping())
            return;
        const YamlNode mapping = found.target();
        for (int i = 0; i < mapping.size(); ++i)
            visit(mapping.value(i).target());
    };
    eachOf(u"/services"_s, [&](const YamlNode &service) {
        if (!service.isMapping())
            return;
        collect(service.value(u"env_file"_s), u"path"_s, paths);
    });
    eachOf(u"/configs"_s, [&](const YamlNode &config) {
        if (config.isMapping())
            collect(config.value(u"file"_s), {}, paths);
    });
    paths.removeIf([](const QString &path) { return path.contains(u'$'); });
    return paths;
}

// What a unit includes and extends, and what all of it hands over.
void addHandedOver(Gatherer &gatherer, const workspace::ComposeUnit &unit, Status &status)
{
    const auto addAll = [&](const QString &folder, const QByteArray &bytes) {
        const QStringList paths = handedOver(bytes);
        for (const QString &path : paths) {
            if (status.ok())
                status = gatherer.addFromDisk(folder.isEmpty() || path.startsWith(u'/') ? path : folder + u'/' + path);
        }
    };
    const auto addFile = [&](const QString &path) {
        if (status.ok())
            status = gatherer.addFromDisk(path);
    };
    for (const workspace::ComposeFile &file : unit.composeFiles)
        addAll(unit.folder, file.bytes);
    for (const workspace::ExtendedFile &extended : unit.extended) {
        addFile(extended.file.path);
        const QString folder = QFileInfo(extended.file.path).path();
        addAll(folder == u"." ? QString() : folder, extended.file.bytes);
    }
    for (const workspace::Inclusion &inclusion : unit.inclusions) {
        for (const workspace::EnvLayer &layer : inclusion.envLayers)
            addFile(layer.path);
        for (const workspace::ComposeFile &file : inclusion.composeFiles)
            addFile(file.path);
        addHandedOver(gatherer, inclusion, status);
    }
}

} // namespace

Result<Snapshot> snapshotOf(const QString &folder, const workspace::Workspace &workspace)
{
    Gatherer gatherer(folder);
    Status status;
    const auto add = [&](const QString &path, const QByteArray &bytes) {
        if (status.ok() && !path.isEmpty())
            status = gatherer.add(path, bytes);
    };
    add(workspace.manifest, workspace.manifestBytes);
    for (const workspace::EnvLayer &layer : workspace.envLayers)
        add(layer.path, layer.bytes);
    for (const QList<workspace::ComposeFile> &files : {workspace.composeFiles, workspace.schemas}) {
        for (const workspace::ComposeFile &file : files)
            add(file.path, file.bytes);
    }
    addHandedOver(gatherer, workspace, status);
    if (!workspace.manifest.isEmpty()) {
        for (const QString &own : {u"templates"_s, u"alerts"_s}) {
            if (status.ok())
                status = gatherer.addFolder(own);
        }
    }
    if (!status.ok())
        return status.error();
    return gatherer.take();
}

} // namespace mediahelm::revision
