// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/folder_watch.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace mediahelm::control {

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(200ms);
    m_poll.setInterval(4s);
    connect(&m_settled, &QTimer::timeout, this, &FolderWatch::changed);
    connect(&m_poll, &QTimer::timeout, this, &FolderWatch::changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
}

void FolderWatch::setPaths(const QStringList &paths)
{
    const QStringList known = m_watcher.files() + m_watcher.directories();
    QStringList gone;
    for (const QString &path : known) {
        if (!paths.contains(path))
            gone.append(path);
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    QStringList fresh;
    for (const QString &path : paths) {
        if (!known.contains(path) && QFileInfo::exists(path))
            fresh.append(path);
    }
    const QStringList refused = fresh.isEmpty() ? QStringList() : m_watcher.addPaths(fresh);
    if (refused.isEmpty())
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start();
}

} // namespace mediahelm::control
