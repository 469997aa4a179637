// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/adoptable.h"

#include "core/control/adoption/folder_match.h"
#include "core/revision/compose/compose_command.h"
#include "core/workspace/project/local_workspace_files.h"

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

namespace {

void holdAgainstFolder(AdoptableProject &found)
{
    QString why;
    found.folderOpensIt = folderOpens(ws::LocalWorkspaceFiles(found.project.folder), found.project, why);
    if (found.folderOpensIt)
        return;
    found.manifest = manifestFor(found.project);
    found.warnings.append(why);
}

} // namespace

AdoptableProject adoptable(const base::HostId &host, const ws::RunningProject &project, bool local)
{
    AdoptableProject found{
        host, project, looked(project.files, local), looked(project.environmentFiles, local), false, {}, {}, {}};
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
        holdAgainstFolder(found);
    return found;
}

} // namespace mediahelm::control
