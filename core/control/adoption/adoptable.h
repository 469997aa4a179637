// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/workspace/import/running_project.h"

namespace mediahelm::control {

enum class FileState { there, missing, unreadable, elsewhere }; // elsewhere: on another host, and so not looked at
QString fileStateName(FileState state); // "there"

struct AdoptableFile {
    QString path;
    FileState state = FileState::there;
};

// A project with what is left of its files. A plain value.
struct AdoptableProject {
    base::HostId host;
    workspace::RunningProject project;
    QList<AdoptableFile> files;
    QList<AdoptableFile> environmentFiles;
    bool folderOpensIt = false; // opening the folder takes these very files
    QString command; // the plain one; empty where it cannot be said
    QByteArray manifest; // where that opens it: the mediahelm.yaml that its folder would have to get first
    QStringList warnings;
};

// What is left of a project's files on this machine; with `local` false they are on another. Blocks for the disk.
AdoptableProject adoptable(const base::HostId &host, const workspace::RunningProject &project, bool local);

} // namespace mediahelm::control
