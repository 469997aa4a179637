// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/import/import_container.h"
#include "core/workspace/import/running_project.h"

#include <QJsonObject>

namespace mediahelm::app {

enum class FileState { there, missing, unreadable, elsewhere }; // elsewhere: on another host, and so not looked at
QString fileStateName(FileState state); // "there"

struct AdoptableFile {
    QString path;
    FileState state = FileState::there;
};

// A project with what is left of its files.
struct AdoptableProject {
    base::HostId host;
    workspace::RunningProject project;
    QList<AdoptableFile> files;
    QList<AdoptableFile> environmentFiles;
    bool folderOpensIt = false; // opening the folder takes these very files
    QString command; // the plain one; empty where it cannot be said
    QStringList warnings;
};

struct HandMade {
    base::HostId host;
    model::Container container;
};

// What is left of a project's files on this machine; with `local` false they are on another.
AdoptableProject adoptable(const base::HostId &host, const workspace::RunningProject &project, bool local);

// What `adopt` prints. Pure.
QString adoptListText(const QList<AdoptableProject> &projects, const QList<HandMade> &containers);
QByteArray adoptListJson(const QList<AdoptableProject> &projects, const QList<HandMade> &containers);
QString adoptText(const AdoptableProject &project);
QByteArray adoptJson(const AdoptableProject &project);

} // namespace mediahelm::app
