// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/host_session.h"

#include "core/control/session/container_watch.h"

namespace mediahelm::control {

using base::Result;

HostSession::HostSession(model::HostProfile profile, const HostConnection::Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_around(surroundings)
    , m_publish(surroundings.timings.publishInterval)
    , m_connection(m_profile, surroundings)
{
    connect(&m_publish, &Throttle::due, this, &HostSession::publish);
    connect(&m_connection, &HostConnection::stateChanged, this, &HostSession::statusChanged);
    connect(&m_connection, &HostConnection::engineReady, this, &HostSession::meetEngine);
    connect(&m_connection, &HostConnection::engineGone, this, &HostSession::leaveEngine);
}

HostSession::~HostSession() = default;

HostStatus HostSession::status() const
{
    return {m_profile, m_connection.state(), m_engineInfo};
}

engine::EngineClient *HostSession::engine() const
{
    const model::ConnectionPhase phase = m_connection.state().phase;
    const bool usable = phase == model::ConnectionPhase::connected || phase == model::ConnectionPhase::notResponding;
    return usable ? m_connection.engine() : nullptr;
}

void HostSession::lookAt(const base::ContainerId &id)
{
    if (m_watch)
        m_watch->lookAt(id);
}

model::ContainerChanges HostSession::forgetAll()
{
    m_table.clear();
    return m_table.takeChanges();
}

void HostSession::meetEngine()
{
    m_watch = std::make_unique<ContainerWatch>(*m_connection.engine(), m_table, m_around.clock, m_around.timings,
                                               m_lastEventNano);
    connect(m_watch.get(), &ContainerWatch::tableChanged, &m_publish, &Throttle::touch);
    connect(m_watch.get(), &ContainerWatch::heard, &m_connection, &HostConnection::heard);
    connect(m_watch.get(), &ContainerWatch::listRead, this, &HostSession::listRead);
    connect(m_watch.get(), &ContainerWatch::listFailed, &m_connection, &HostConnection::listFailed);
    connect(m_watch.get(), &ContainerWatch::containerHangs, this, [this](const base::ContainerId &id) {
        if (!m_connection.up())
            return; // it is the engine that hangs, and not one container
        m_table.noteNoAnswer(id);
        m_publish.touch();
    });
    connect(m_watch.get(), &ContainerWatch::streamBroke, &m_connection, &HostConnection::lookNow);
    m_watch->start();
    m_connection.engine()->info().then(m_watch.get(), [this](const Result<model::EngineInfo> &info) {
        if (!info || m_engineInfo == *info)
            return;
        m_engineInfo = *info;
        Q_EMIT statusChanged();
    });
}

// The watch may be what is telling us, so it is deleted a turn later, or with us.
void HostSession::leaveEngine()
{
    if (m_watch) {
        m_lastEventNano = m_watch->lastEventNano();
        m_watch->disconnect();
        m_watch->setParent(this);
        m_watch.release()->deleteLater();
    }
    Q_EMIT linkGone();
}

void HostSession::listRead()
{
    const bool first = !m_toldListed;
    m_toldListed = true;
    m_connection.listRead();
    if (first)
        Q_EMIT listed();
}

void HostSession::publish()
{
    const model::ContainerChanges changes = m_table.takeChanges();
    if (!changes.isEmpty())
        Q_EMIT containersChanged(changes);
}

} // namespace mediahelm::control
