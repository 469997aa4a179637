// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/adoptable.h"

#include "core/revision/compose/compose_command.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::control {

namespace ws = workspace;
using namespace Qt::StringLiterals;

namespace {

QList<AdoptableFile> looked(const QStringList &paths, bool local)
{
    QList<AdoptableFile> files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        files.append({path,
                      !local                   ? FileState::elsewhere
                          : !info.exists()     ? FileState::missing
                          : !info.isReadable() ? FileState::unreadable
                                               : FileState::there});
    }
    return files;
}

QString within(const QString &folder, const QString &path)
{
    return path.startsWith(folder + u'/') ? path.mid(folder.size() + 1) : path;
}

QStringList within(const QString &folder, const QStringList &paths)
{
    QStringList inside;
    for (const QString &path : paths)
        inside.append(within(folder, path));
    return inside;
}

// Whether the folder, opened as a workspace, is this very project.
bool folderOpens(const ws::RunningProject &project, QStringList &warnings)
{
    const auto workspace = ws::readWorkspace(ws::LocalWorkspaceFiles(project.folder), {});
    if (!workspace) {
        warnings.append(workspace.error().message);
        return false;
    }
    QStringList files;
    for (const ws::ComposeFile &file : workspace->composeFiles)
        files.append(QDir::cleanPath(QDir(project.folder).absoluteFilePath(file.path)));
    if (workspace->name != project.name) {
        warnings.append(
            u"opening the folder takes it for the project %1; a line name: %2 in its file says which it is"_s.arg(
                workspace->name, project.name));
        return false;
    }
    if (files != project.files) {
        warnings.append(u"opening the folder takes other files: %1"_s.arg(within(project.folder, files).join(u", "_s)));
        return false;
    }
    QStringList layers;
    for (const ws::EnvLayer &layer : workspace->envLayers)
        layers.append(QDir::cleanPath(QDir(project.folder).absoluteFilePath(layer.path)));
    const QStringList usual{project.folder + u"/.env"_s};
    const QStringList named = project.environmentFiles.isEmpty() ? usual : project.environmentFiles;
    if (layers != named && !(layers.isEmpty() && named == usual)) {
        warnings.append(u"opening the folder takes other env files: %1"_s.arg(
            layers.isEmpty() ? u"none"_s : within(project.folder, layers).join(u", "_s)));
        return false;
    }
    return true;
}

} // namespace

QString fileStateName(FileState state)
{
    switch (state) {
    case FileState::there: return u"there"_s;
    case FileState::missing: return u"missing"_s;
    case FileState::unreadable: return u"unreadable"_s;
    case FileState::elsewhere: break;
    }
    return u"elsewhere"_s;
}

AdoptableProject adoptable(const base::HostId &host, const ws::RunningProject &project, bool local)
{
    AdoptableProject found{host, project, looked(project.files, local), looked(project.environmentFiles, local), false,
                           {},   {}};
    if (project.files.contains(u"-"_s)) {
        found.warnings.append(u"it was made from a file on the standard input, which is gone"_s);
        return found;
    }
    if (project.folder.isEmpty() || project.files.isEmpty()) {
        found.warnings.append(u"its containers do not say which files they were made of"_s);
        return found;
    }
    if (project.differs)
        found.warnings.append(u"its containers were started with different files; these are the newest one's"_s);
    const auto command = revision::ComposeCommand::make({project.folder,
                                                         project.name,
                                                         within(project.folder, project.environmentFiles),
                                                         within(project.folder, project.files),
                                                         {}});
    if (command)
        found.command = command->line({u"up"_s, u"-d"_s});
    const auto lost = [](const AdoptableFile &file) {
        return file.state == FileState::missing || file.state == FileState::unreadable;
    };
    for (const AdoptableFile &file : found.files + found.environmentFiles) {
        if (lost(file))
            found.warnings.append(u"%1 is %2"_s.arg(file.path, fileStateName(file.state)));
    }
    if (local && std::ranges::none_of(found.files, lost) && std::ranges::none_of(found.environmentFiles, lost))
        found.folderOpensIt = folderOpens(project, found.warnings);
    return found;
}

} // namespace mediahelm::control
