// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace mediahelm::control {

// What is on one host. A plain value.
struct HostContainers {
    base::HostId host;
    QList<model::Container> containers;
};

// Whether the engine runs on this machine for sure: its files and ports are this machine's.
bool isOnThisMachine(const model::EngineAddress &address);

// Waits until each host has either told what it runs or failed to: the first failure is the answer, another attempt is
// not waited for. Owned by who asks; main thread.
class Gathering final : public QObject
{
    Q_OBJECT

public:
    enum class Hosts { all, thisMachine };

    explicit Gathering(Fleet &fleet, Hosts hosts = Hosts::all, QObject *parent = nullptr);

    void start(); // may be done at once

    QList<HostContainers> containers() const; // of the hosts that told
    QList<HostStatus> failed() const; // with the problem that they had

Q_SIGNALS:
    void done();

private:
    QList<HostStatus> hosts() const;
    void look();

    Fleet &m_fleet;
    const Hosts m_which;
    QHash<base::HostId, HostStatus> m_failed;
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace mediahelm::control
