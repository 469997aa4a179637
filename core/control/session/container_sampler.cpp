// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/container_sampler.h"

#include "core/control/session/live_fleet.h"
#include "core/engine/engine_client.h"

#include <utility>

namespace mediahelm::control {

using model::Container;
using model::ContainerSample;
using model::ContainerState;

ContainerSampler::ContainerSampler(model::ContainerKey key, LiveFleet &fleet, const base::Clock &clock,
                                   const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
    , m_fleet(fleet)
    , m_clock(clock)
    , m_rates(m_key)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(timings.statsRetry);
    connect(&m_retry, &QTimer::timeout, this, &ContainerSampler::check);
}

ContainerSampler::~ContainerSampler() = default;

void ContainerSampler::check()
{
    HostSession *session = m_fleet.session(m_key.host);
    const std::optional<Container> container = session ? session->table().find(m_key.id) : std::nullopt;
    const bool runs =
        container && (container->state == ContainerState::running || container->state == ContainerState::paused);
    if (!runs)
        drop();
    else if (!m_stream && !m_retry.isActive() && session->connected())
        open(*session);
}

void ContainerSampler::drop()
{
    m_retry.stop();
    m_rates.forget();
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->setParent(this);
    m_stream.release()->deleteLater();
}

std::optional<ContainerSample> ContainerSampler::take()
{
    return std::exchange(m_latest, std::nullopt);
}

void ContainerSampler::open(HostSession &session)
{
    m_stream = session.engine()->stats(m_key.id);
    connect(m_stream.get(), &engine::StatsStream::reading, this, &ContainerSampler::read);
    connect(m_stream.get(), &engine::StatsStream::failed, this, &ContainerSampler::ended);
    connect(m_stream.get(), &engine::StatsStream::closed, this, &ContainerSampler::ended);
}

void ContainerSampler::read(const engine::RawStats &reading)
{
    HostSession *session = m_fleet.session(m_key.host);
    if (!session)
        return;
    metrics::MachineFacts machine;
    if (const std::optional<model::EngineInfo> &info = session->engineInfo())
        machine = {info->cpus, info->memoryBytes};
    ContainerSample sample = m_rates.next(reading, m_clock.monotonic(), machine);
    if (!sample.at.isValid())
        sample.at = m_clock.utcNow();
    m_latest = sample;
    Q_EMIT sampled(sample);
    session->heard();
}

// The end of the container's run, or of the link: whichever it is, the fleet tells soon. If neither, try again.
void ContainerSampler::ended()
{
    drop();
    m_retry.start();
}

} // namespace mediahelm::control
