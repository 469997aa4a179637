// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container_detail.h"

#include <QList>
#include <QStringList>

namespace mediahelm::workspace {

// A Compose project as its containers' labels tell of it (Compose: pkg/api/labels.go). A plain value.
struct RunningProject {
    QString name;
    QString folder; // that it was started in; empty where the labels do not say
    QStringList files; // absolute, in the order in which they are laid over each other
    QStringList environmentFiles; // absolute; empty for ".env" of the folder, if it has one
    QStringList services; // sorted
    int containers = 0;
    int running = 0;
    bool differs = false; // its containers were started with other files; these are the newest one's

    friend bool operator==(const RunningProject &, const RunningProject &) = default;
};

// By name. Containers without a project are left out.
QList<RunningProject> runningProjects(const QList<model::ContainerDetail> &containers);

} // namespace mediahelm::workspace
