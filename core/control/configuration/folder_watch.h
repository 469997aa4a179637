// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace mediahelm::control {

// Tells when files or folders of this machine may have changed: by inotify, and where its limits do not allow that, by
// asking again every few seconds. Owned by who watches; main thread.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(QObject *parent = nullptr);

    // What is watched from now on; what is not there is left out. A file that is replaced, as every careful writer
    // does, leaves the watch, so this is to be called after each change.
    void setPaths(const QStringList &paths);
    bool isPolling() const { return m_poll.isActive(); }

Q_SIGNALS:
    void changed(); // some time after the last of several changes

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settled;
    QTimer m_poll;
};

} // namespace mediahelm::control
