// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/gathering/gathering.h"
#include "core/model/container_detail.h"

#include <QMap>
#include <QObject>

namespace mediahelm::control {

// A container that no Compose project made.
struct HandMade {
    base::HostId host;
    model::Container container;
};

// What is needed to tell projects apart. A plain value.
struct Surveyed {
    QList<base::HostId> hosts; // that told
    QMap<base::HostId, QList<model::ContainerDetail>> details; // of containers of projects
    QList<HandMade> handMade;
    QList<HostStatus> failed; // with the problem that they had
};

// Asks hosts about all their containers. Owned by who asks; main thread.
class AdoptionSurvey final : public QObject
{
    Q_OBJECT

public:
    AdoptionSurvey(Fleet &fleet, Gathering::Hosts hosts, QObject *parent = nullptr);

    QFuture<base::Result<Surveyed>> ask(); // once; always a value

private:
    void gathered();
    void inspect(const HostContainers &host, const model::Container &container);
    void finishWhenReady();

    Fleet &m_fleet;
    Gathering m_gathering;
    Surveyed m_surveyed;
    base::Pending<Surveyed> m_pending;
    int m_asking = 0;
};

} // namespace mediahelm::control
