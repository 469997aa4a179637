// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/host_sampler.h"

#include "core/control/session/live_fleet.h"

#include <utility>

namespace mediahelm::control {

using base::ErrorKind;
using base::Result;
using metrics::HostCounters;
using model::HostSample;

HostSampler::HostSampler(base::HostId host, LiveFleet &fleet, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_fleet(fleet)
    , m_clock(clock)
    , m_rates(m_host)
{
}

void HostSampler::ask()
{
    const HostSession *session = m_fleet.session(m_host);
    if (m_underWay || m_unsupported || !session || !session->connected())
        return;
    m_underWay = true;
    session->transport()->readHostCounters().then(this, [this, link = m_link](const Result<QByteArray> &text) {
        if (link != m_link)
            return;
        m_underWay = false;
        read(text);
    });
}

void HostSampler::drop()
{
    ++m_link;
    m_underWay = false;
    m_unsupported = false;
    m_rates.forget();
}

std::optional<HostSample> HostSampler::take()
{
    return std::exchange(m_latest, std::nullopt);
}

void HostSampler::read(const Result<QByteArray> &text)
{
    m_unsupported = !text && text.error().kind == ErrorKind::unsupported;
    const Result<HostCounters> counters = text ? metrics::parseHostCounters(*text) : Result<HostCounters>(text.error());
    if (!counters) {
        m_rates.forget();
        return;
    }
    m_latest = m_rates.next(*counters, m_clock.utcNow());
    Q_EMIT sampled(*m_latest);
}

} // namespace mediahelm::control
