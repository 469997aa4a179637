// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/running_project.h"

#include <QDateTime>
#include <QDir>
#include <QMap>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Found {
    RunningProject project;
    QDateTime newest;
};

QStringList pathsIn(const QString &label, const QString &folder)
{
    QStringList paths;
    const QStringList parts = label.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        paths.append(part == "-"_L1 || folder.isEmpty() ? part : QDir::cleanPath(QDir(folder).absoluteFilePath(part)));
    return paths;
}

} // namespace

QList<RunningProject> runningProjects(const QList<model::ContainerDetail> &containers)
{
    QMap<QString, Found> found;
    for (const model::ContainerDetail &detail : containers) {
        const model::Container &container = detail.container;
        if (container.project.isEmpty())
            continue;
        const auto label = [&detail](const char *name) {
            return detail.labels.value(u"com.docker.compose.project."_s + QLatin1String(name));
        };
        Found &entry = found[container.project];
        RunningProject &project = entry.project;
        project.name = container.project;
        ++project.containers;
        project.running += container.running() ? 1 : 0;
        if (!project.services.contains(container.service))
            project.services.append(container.service);
        const QString folder = label("working_dir");
        const QStringList files = pathsIn(label("config_files"), folder);
        const QStringList environmentFiles = pathsIn(label("environment_file"), folder);
        if (project.containers > 1
            && (project.folder != folder || project.files != files || project.environmentFiles != environmentFiles))
            project.differs = true;
        if (project.containers > 1 && container.createdAt <= entry.newest)
            continue;
        entry.newest = container.createdAt;
        project.folder = folder;
        project.files = files;
        project.environmentFiles = environmentFiles;
    }
    QList<RunningProject> projects;
    for (Found &entry : found) {
        entry.project.services.sort();
        projects.append(entry.project);
    }
    return projects;
}

} // namespace mediahelm::workspace
