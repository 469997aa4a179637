// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/folder_match.h"

#include "core/base/durable_file.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/project/workspace_validator.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::control {

namespace ws = workspace;
using namespace Qt::StringLiterals;
using base::Result;

namespace {

const QString manifestName = u"mediahelm.yaml"_s;

// A folder as if it had a manifest.
class WithManifest final : public ws::WorkspaceFiles
{
public:
    WithManifest(const ws::WorkspaceFiles &files, const QByteArray &manifest)
        : m_files(files)
        , m_manifest(manifest)
    {
    }

    QString folderName() const override { return m_files.folderName(); }
    Result<QByteArray> read(const QString &path) const override
    {
        return path == manifestName ? Result<QByteArray>(m_manifest) : m_files.read(path);
    }
    Result<QStringList> names(const QString &folder) const override { return m_files.names(folder); }

private:
    const ws::WorkspaceFiles &m_files;
    const QByteArray m_manifest;
};

QStringList absolutePaths(const QString &folder, const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QDir(folder).absoluteFilePath(path)));
    return absolute;
}

bool areWithin(const QString &folder, const QStringList &paths)
{
    return std::ranges::all_of(paths, [&](const QString &path) { return path.startsWith(folder + u'/'); });
}

QByteArray listText(const char *key, const QStringList &items)
{
    QByteArray text = QByteArray(key) + ":\n";
    for (const QString &item : items)
        text += "  - '" + QString(item).replace(u'\'', u"''"_s).toUtf8() + "'\n";
    return text;
}

// With a manifest more is looked at than the Compose files: schemas of the folder's own, and variables by ours. Where
// errors come of that it does harm.
bool isWronged(const ws::WorkspaceFiles &files)
{
    const auto workspace = ws::readWorkspace(files, {});
    if (!workspace)
        return true;
    const QList<model::Diagnostic> found = ws::WorkspaceValidator().validate(*workspace, {});
    return std::ranges::any_of(found, [&](const model::Diagnostic &one) {
        const bool ofCompose = std::ranges::any_of(
            workspace->composeFiles, [&one](const ws::ComposeFile &file) { return file.path == one.file; });
        return one.severity == model::Severity::error && !ofCompose;
    });
}

} // namespace

QStringList within(const QString &folder, const QStringList &paths)
{
    QStringList inside;
    for (const QString &path : paths)
        inside.append(path.startsWith(folder + u'/') ? path.mid(folder.size() + 1) : path);
    return inside;
}

QString manifestPath(const QString &folder)
{
    return folder + u'/' + manifestName;
}

base::Status writeManifest(const QString &folder, const QByteArray &manifest)
{
    return base::createDurably(manifestPath(folder), manifest, 0644);
}

bool folderOpens(const ws::WorkspaceFiles &files, const ws::RunningProject &project, QString &why)
{
    const auto workspace = ws::readWorkspace(files, {});
    if (!workspace) {
        why = workspace.error().message;
        return false;
    }
    if (workspace->name != project.name) {
        why = u"opening the folder takes it for the project %1; a line name: %2 in its file says which it is"_s.arg(
            workspace->name, project.name);
        return false;
    }
    QStringList taken;
    for (const ws::ComposeFile &file : workspace->composeFiles)
        taken.append(file.path);
    taken = absolutePaths(project.folder, taken);
    if (taken != project.files) {
        why = u"opening the folder takes other files: %1"_s.arg(within(project.folder, taken).join(u", "_s));
        return false;
    }
    QStringList layers;
    for (const ws::EnvLayer &layer : workspace->envLayers)
        layers.append(layer.path);
    layers = absolutePaths(project.folder, layers);
    const QStringList usual{project.folder + u"/.env"_s};
    const QStringList named = project.environmentFiles.isEmpty() ? usual : project.environmentFiles;
    if (layers != named && !(layers.isEmpty() && named == usual)) {
        why = u"opening the folder takes other env files: %1"_s.arg(
            layers.isEmpty() ? u"none"_s : within(project.folder, layers).join(u", "_s));
        return false;
    }
    return true;
}

QByteArray manifestFor(const ws::RunningProject &project)
{
    const ws::LocalWorkspaceFiles files(project.folder);
    const auto there = files.names({});
    const bool hasOne = !there || there->contains(manifestName);
    if (hasOne || !areWithin(project.folder, project.files) || !areWithin(project.folder, project.environmentFiles))
        return {};
    QByteArray text = "# Which files this Compose project is made of, for Mediahelm; docker compose does not read it.\n"
                      "version: 1\nname: '"
        + project.name.toUtf8() + "'\n";
    const bool hasLayers =
        !project.environmentFiles.isEmpty() && project.environmentFiles != QStringList{project.folder + u"/.env"_s};
    if (hasLayers)
        text += listText("env_layers", within(project.folder, project.environmentFiles));
    text += listText("service_files", within(project.folder, project.files));
    const WithManifest opened(files, text);
    QString why;
    return folderOpens(opened, project, why) && !isWronged(opened) ? text : QByteArray();
}

} // namespace mediahelm::control
