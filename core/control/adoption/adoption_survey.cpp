// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/adoption_survey.h"

namespace mediahelm::control {

AdoptionSurvey::AdoptionSurvey(Fleet &fleet, Gathering::Hosts hosts, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_gathering(fleet, hosts)
{
    connect(&m_gathering, &Gathering::done, this, &AdoptionSurvey::gathered);
}

QFuture<base::Result<Surveyed>> AdoptionSurvey::ask()
{
    QFuture<base::Result<Surveyed>> future = m_pending.future();
    m_gathering.start();
    return future;
}

void AdoptionSurvey::gathered()
{
    ++m_asking; // until all are asked about
    m_surveyed.failed = m_gathering.failed();
    const QList<HostContainers> hosts = m_gathering.containers();
    for (const HostContainers &host : hosts) {
        m_surveyed.hosts.append(host.host);
        for (const model::Container &container : host.containers)
            inspect(host, container);
    }
    --m_asking;
    finishWhenReady();
}

void AdoptionSurvey::inspect(const HostContainers &host, const model::Container &container)
{
    if (container.project.isEmpty()) {
        m_surveyed.handMade.append({host.host, container});
        return;
    }
    ++m_asking;
    m_fleet.inspect({host.host, container.id})
        .then(this, [this, id = host.host, container](const base::Result<model::ContainerDetail> &detail) {
            --m_asking;
            model::ContainerDetail known;
            known.container = container; // one that hangs or has gone is still one of its project's
            m_surveyed.details[id].append(detail ? *detail : known);
            finishWhenReady();
        });
}

void AdoptionSurvey::finishWhenReady()
{
    if (m_asking == 0)
        m_pending.finish(m_surveyed);
}

} // namespace mediahelm::control
