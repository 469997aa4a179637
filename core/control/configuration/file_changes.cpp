// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/file_changes.h"

#include "core/base/durable_file.h"
#include "core/base/durable_folder.h"
#include "core/model/file_path.h"
#include "core/workspace/env/env_file.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr auto manifestName = "mediahelm.yaml"_L1;
constexpr unsigned fileMode = 0644;

bool isYaml(const QString &path)
{
    return path.endsWith(".yaml"_L1) || path.endsWith(".yml"_L1);
}

bool fits(const QString &path, FileKind kind)
{
    const QString folder = path.section(u'/', 0, -2);
    switch (kind) {
    case FileKind::manifest: return false;
    case FileKind::env: return path.endsWith(".env"_L1) && (folder.isEmpty() || folder == "defaults"_L1);
    case FileKind::compose: return isYaml(path) && folder == "services"_L1;
    case FileKind::alerts: return isYaml(path) && folder == "alerts"_L1;
    case FileKind::handedOver: return path.startsWith("templates/"_L1);
    case FileKind::schema: return path.endsWith(".json"_L1) && folder == "schemas"_L1;
    }
    return false;
}

Error changedMeanwhile(const QString &path)
{
    return {ErrorKind::conflict, u"%1 was changed on the disk meanwhile"_s.arg(path), {}};
}

Error notSaved(const QString &path)
{
    return {ErrorKind::conflict, u"%1 has changes that are not saved; save it first"_s.arg(path), {}};
}

QStringList servicesIn(const QByteArray &bytes)
{
    QStringList names;
    const workspace::YamlReading reading = workspace::readYaml(bytes);
    if (!reading.ok())
        return names;
    const auto entries = workspace::resolvedEntries(findResolved(reading.document, u"/services"_s));
    for (const workspace::YamlEntry &entry : entries)
        names.append(entry.key);
    return names;
}

QStringList variablesIn(const QByteArray &bytes)
{
    QStringList names;
    const workspace::EnvFile file = workspace::readEnvFile(bytes);
    for (const workspace::EnvAssignment &assignment : file.assignments) {
        if (!names.contains(assignment.name))
            names.append(assignment.name);
    }
    return names;
}

} // namespace

FileChanges::FileChanges(const OverlaidFiles &files, const workspace::Workspace &workspace)
    : m_files(files)
    , m_workspace(workspace)
{
}

QString FileChanges::patternFor(FileKind kind, bool hasManifest)
{
    if (!hasManifest)
        return kind == FileKind::env ? u".env"_s : kind == FileKind::compose ? u"compose.override.yaml"_s : QString();
    switch (kind) {
    case FileKind::manifest: break;
    case FileKind::env: return u"defaults/NAME.env"_s;
    case FileKind::compose: return u"services/NAME.yaml"_s;
    case FileKind::alerts: return u"alerts/NAME.yaml"_s;
    case FileKind::handedOver: return u"templates/NAME"_s;
    case FileKind::schema: return u"schemas/NAME.json"_s;
    }
    return {};
}

std::optional<FileKind> FileChanges::kindOf(const QString &path) const
{
    if (path == manifestName && !m_workspace.manifest.isEmpty())
        return FileKind::manifest;
    if (std::ranges::find(m_workspace.envLayers, path, &workspace::EnvLayer::path) != m_workspace.envLayers.end())
        return FileKind::env;
    if (std::ranges::find(m_workspace.composeFiles, path, &workspace::ComposeFile::path)
        != m_workspace.composeFiles.end())
        return FileKind::compose;
    const QList<workspace::ComposeFile> files = workspace::referredFiles(m_workspace);
    if (std::ranges::find(files, path, &workspace::ComposeFile::path) != files.end())
        return FileKind::compose;
    if (isReferred(path))
        return FileKind::env;
    for (const FileKind kind : {FileKind::alerts, FileKind::handedOver, FileKind::schema}) {
        if (!m_workspace.manifest.isEmpty() && path.startsWith(patternFor(kind, true).section(u'/', 0, 0) + u'/'))
            return kind;
    }
    return std::nullopt;
}

bool FileChanges::isReferred(const QString &path) const
{
    const QList<workspace::ComposeFile> files = workspace::referredFiles(m_workspace);
    const QList<workspace::EnvLayer> layers = workspace::referredLayers(m_workspace);
    return std::ranges::find(files, path, &workspace::ComposeFile::path) != files.end()
        || std::ranges::find(layers, path, &workspace::EnvLayer::path) != layers.end();
}

Status FileChanges::checkName(const QString &path, FileKind kind) const
{
    if (const auto name = model::FilePath::parse(path); !name)
        return name.error();
    const QString pattern = patternFor(kind, !m_workspace.manifest.isEmpty());
    if (m_workspace.manifest.isEmpty() ? path != pattern : !fits(path, kind))
        return Error{ErrorKind::invalid,
                     pattern.isEmpty() ? u"there can be no such file in this workspace"_s
                                       : u"a file of this kind is called %1"_s.arg(pattern),
                     path.left(80)};
    return checkPlace(path);
}

Status FileChanges::checkPlace(const QString &path) const
{
    const QString root = QFileInfo(m_files.absolute({})).canonicalFilePath();
    // Of what is not there yet, the nearest folder that is.
    QString folder = QFileInfo(m_files.absolute(path)).absolutePath();
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).absolutePath();
    const QString place = QFileInfo(folder).canonicalFilePath();
    if (place != root && !place.startsWith(root + u'/'))
        return Error{ErrorKind::refused, u"%1 leads out of the workspace"_s.arg(path.left(80)), {}};
    return {};
}

Status FileChanges::replaceManifest(const QByteArray &bytes) const
{
    if (!changesManifest(bytes))
        return {};
    if (m_files.has(manifestName))
        return notSaved(manifestName);
    const Result<QByteArray> now = m_files.readDisk(manifestName);
    if (!now)
        return now.error();
    if (*now != m_workspace.manifestBytes)
        return changedMeanwhile(manifestName);
    return base::replaceDurably(m_files.absolute(manifestName), bytes, fileMode);
}

Result<FileStake> FileChanges::stake(const QString &path) const
{
    const std::optional<FileKind> kind = kindOf(path);
    if (!kind)
        return Error{ErrorKind::notFound, u"%1 is no file of this workspace"_s.arg(path.left(80)), {}};
    const Result<QByteArray> bytes = m_files.readDisk(path);
    if (!bytes)
        return bytes.error();
    FileStake stake;
    stake.digest = textDigest(*bytes);
    if (kind == FileKind::compose)
        stake.services = servicesIn(*bytes);
    if (kind == FileKind::env)
        stake.variables = variablesIn(*bytes);
    const QByteArray name = path.toUtf8();
    for (const workspace::ComposeFile &file : m_workspace.composeFiles) {
        if (file.path != path && file.bytes.contains(name))
            stake.mentionedIn.append(file.path);
    }
    return stake;
}

Status FileChanges::create(const QString &path, FileKind kind, const QByteArray &text, const QStringList &secrets) const
{
    if (const Status named = checkName(path, kind); !named)
        return named;
    Result<QByteArray> manifest = manifestWith(path, kind);
    if (manifest && !secrets.isEmpty())
        manifest = manifestWithSecrets(*manifest, secrets);
    if (!manifest)
        return manifest.error();
    const QString absolute = m_files.absolute(path);
    Status done = base::makeFolderDurably(QFileInfo(absolute).absolutePath());
    if (done)
        done = base::createDurably(absolute, text, fileMode);
    if (!done)
        return done.error().kind == ErrorKind::conflict
            ? Error{ErrorKind::conflict, u"there is a file %1 already"_s.arg(path), {}}
            : done;
    done = replaceManifest(*manifest);
    if (!done)
        static_cast<void>(base::removeDurably(absolute));
    return done;
}

Status FileChanges::rename(const QString &path, const QString &to) const
{
    const std::optional<FileKind> kind = kindOf(path);
    if (!kind)
        return Error{ErrorKind::notFound, u"%1 is no file of this workspace"_s.arg(path.left(80)), {}};
    if (kind == FileKind::manifest || m_workspace.manifest.isEmpty() || isReferred(path))
        return Error{ErrorKind::refused, u"%1 is found by its name, and so keeps it"_s.arg(path), {}};
    if (m_files.has(path))
        return notSaved(path);
    if (const Status named = checkName(to, *kind); !named)
        return named;
    const Result<QByteArray> manifest = manifestWithout(path, *kind, to);
    if (!manifest)
        return manifest.error();
    const QString from = m_files.absolute(path);
    const QString target = m_files.absolute(to);
    Status done = base::makeFolderDurably(QFileInfo(target).absolutePath());
    if (done && !changesManifest(*manifest)) {
        done = base::renameDurably(from, target);
    } else if (done) {
        // With both names there, the manifest alone says which counts: so it is the old or the new, at any moment.
        const Result<QByteArray> bytes = m_files.readDisk(path);
        done = bytes ? base::createDurably(target, *bytes, fileMode) : Status(bytes.error());
        if (done) {
            done = replaceManifest(*manifest);
            done = done ? base::removeDurably(from) : done;
            if (!done && QFileInfo::exists(from))
                static_cast<void>(base::removeDurably(target));
        }
    }
    if (!done && done.error().kind == ErrorKind::conflict && QFileInfo::exists(target) && QFileInfo::exists(from))
        return Error{ErrorKind::conflict, u"there is a file %1 already"_s.arg(to), {}};
    return done;
}

Result<RemovedFile> FileChanges::remove(const QString &path, const QByteArray &digest) const
{
    const std::optional<FileKind> kind = kindOf(path);
    if (!kind)
        return Error{ErrorKind::notFound, u"%1 is no file of this workspace"_s.arg(path.left(80)), {}};
    const bool isMain = m_workspace.manifest.isEmpty() && kind == FileKind::compose
        && path == m_workspace.composeFiles.constFirst().path;
    if (kind == FileKind::manifest || isMain)
        return Error{ErrorKind::refused, u"without %1 the folder is no workspace"_s.arg(path), {}};
    if (isReferred(path))
        return Error{ErrorKind::refused, u"%1 is named by other files: take it out of these first"_s.arg(path), {}};
    if (const Status placed = checkPlace(path); !placed)
        return placed.error();
    const Result<QByteArray> bytes = m_files.readDisk(path);
    if (!bytes)
        return bytes.error();
    if (textDigest(*bytes) != digest)
        return changedMeanwhile(path);
    const Result<QByteArray> manifest = manifestWithout(path, *kind);
    if (!manifest)
        return manifest.error();
    RemovedFile removed{path, *kind, *bytes, {}, {}};
    if (changesManifest(*manifest)) {
        removed.manifestBefore = m_workspace.manifestBytes;
        removed.manifestAfter = *manifest;
    }
    if (const Status done = replaceManifest(*manifest); !done)
        return done.error();
    if (const Status done = base::removeDurably(m_files.absolute(path)); !done) {
        if (!removed.manifestBefore.isEmpty())
            static_cast<void>(base::replaceDurably(m_files.absolute(manifestName), removed.manifestBefore, fileMode));
        return done.error();
    }
    return removed;
}

// With the manifest as it was, where nobody changed it since; else as a new file.
Status FileChanges::restore(const RemovedFile &file) const
{
    const bool asItWas = !file.manifestBefore.isEmpty() && file.manifestAfter == m_workspace.manifestBytes;
    if (!asItWas && !m_workspace.manifest.isEmpty())
        return create(file.path, file.kind, file.bytes);
    if (const Status placed = checkPlace(file.path); !placed)
        return placed;
    const QString absolute = m_files.absolute(file.path);
    Status done = base::makeFolderDurably(QFileInfo(absolute).absolutePath());
    if (done)
        done = base::createDurably(absolute, file.bytes, fileMode);
    if (done && asItWas) {
        done = replaceManifest(file.manifestBefore);
        if (!done)
            static_cast<void>(base::removeDurably(absolute));
    }
    return done;
}

} // namespace mediahelm::control
