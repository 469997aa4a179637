// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/service_finder.h"
#include "core/control/fleet.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace mediahelm::app {

// Waits until each host has either told what it runs or failed to: a command takes the first failure as the answer and
// does not wait for another attempt. Owned by a job; main thread.
class Gathering final : public QObject
{
    Q_OBJECT

public:
    explicit Gathering(control::Fleet &fleet, QObject *parent = nullptr);

    void start(); // may be done at once

    QList<HostContainers> containers() const; // of the hosts that told
    QList<control::HostStatus> failed() const; // with the problem that they had

Q_SIGNALS:
    void done();

private:
    void look();

    control::Fleet &m_fleet;
    QHash<base::HostId, control::HostStatus> m_failed;
    QTimer m_deadline;
    bool m_done = false;
};

// What to tell the user about a host that failed: what happened, in whose words, and what to do.
QString problemWords(const control::HostStatus &host);

} // namespace mediahelm::app
