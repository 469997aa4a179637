// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/host_facts.h"

namespace mediahelm::workspace {

// This machine: /proc/net for who listens, stat() for paths, /etc/fstab and /proc/self/mountinfo for what should be
// mounted and is. A value type; any thread.
class LocalHostProbe final : public HostProbe
{
public:
    // Handed in so that tests have their own.
    struct Places {
        QString proc = QStringLiteral("/proc");
        QString fstab = QStringLiteral("/etc/fstab");
        QString home; // what "~" means; empty for nothing
    };

    // `folder` is absolute: the workspace, which relative paths start from.
    LocalHostProbe(const QString &folder, const Places &places);

    base::Result<HostFacts> facts(const HostQuestions &questions) const override;

private:
    QString absolute(const QString &path) const; // empty for one that cannot be here

    QString m_folder;
    Places m_places;
};

// The texts of /proc/net/{tcp,tcp6,udp,udp6}: local addresses of sockets that listen (tcp) or are bound without a peer
// (udp). Format: Documentation/networking/proc_net_tcp.rst of the kernel.
QList<HostListener> listenersIn(const QByteArray &table, const QString &protocol);

// Mount points of fstab(5) on which, by the text of proc_pid_mountinfo(5), nothing is mounted; of those that are
// mounted by hand alone (noauto) too.
QStringList unmountedPoints(const QByteArray &fstab, const QByteArray &mountinfo);

} // namespace mediahelm::workspace
