// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_feed.h"

#include "core/control/fleet.h"
#include "core/control/service_operations.h"
#include "ui/models/service_model.h"

namespace mediahelm::ui {

using control::Fleet;
using control::ServiceOperations;

ServiceFeed::ServiceFeed(const control::Control &control, ServiceModel &model, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_model(model)
{
    m_clock.setInterval(std::chrono::seconds(1));
    m_rewatch.setSingleShot(true);
    m_rewatch.setInterval(0);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model.refreshTimes(); });
    connect(&m_rewatch, &QTimer::timeout, this, &ServiceFeed::watch);

    for (const control::HostStatus &status : m_control.fleet.hosts())
        addHost(status.profile.id);
    connect(&m_control.fleet, &Fleet::hostAdded, this, &ServiceFeed::addHost);
    connect(&m_control.fleet, &Fleet::hostRemoved, this, [this](const base::HostId &host) {
        m_model.removeHost(host);
        m_rewatch.start();
    });
    connect(&m_control.fleet, &Fleet::hostChanged, this, &ServiceFeed::onHostChanged);
    connect(&m_control.fleet, &Fleet::containersChanged, this, &ServiceFeed::onContainersChanged);
    connect(&m_control.operations, &ServiceOperations::started, &m_model, &ServiceModel::setOperation);
    connect(&m_control.operations, &ServiceOperations::finished, &m_model, &ServiceModel::setOperation);
}

ServiceFeed::~ServiceFeed() = default;

void ServiceFeed::addHost(const base::HostId &host)
{
    onHostChanged(host);
    m_model.upsert(host, m_control.fleet.containers(host));
    for (const model::Container &container : m_control.fleet.containers(host)) {
        if (const auto operation = m_control.operations.running({host, container.id}))
            m_model.setOperation(*operation);
    }
}

void ServiceFeed::onContainersChanged(const base::HostId &host, const model::ContainerChanges &changes)
{
    m_model.remove(host, changes.removed);
    m_model.upsert(host, changes.upserted);
    if (m_watch)
        m_rewatch.start();
}

void ServiceFeed::onHostChanged(const base::HostId &host)
{
    if (const auto status = m_control.fleet.host(host))
        m_model.setConnection(host, status->connection);
    if (m_watch)
        m_rewatch.start();
}

void ServiceFeed::setActive(bool active)
{
    if (active == (m_watch != nullptr))
        return;
    if (!active) {
        m_clock.stop();
        m_watch.reset();
        m_watched.clear();
        return;
    }
    m_watch = m_control.stats.watch();
    connect(m_watch.get(), &control::StatsWatch::sampled, this,
            [this](const QList<model::ContainerSample> &samples) { m_model.addSamples(m_watched, samples); });
    for (const model::ContainerKey &key : m_model.keys())
        m_model.setHistory(key, m_control.stats.recent(key));
    m_model.refreshTimes();
    m_clock.start();
    watch();
}

void ServiceFeed::setHost(const std::optional<base::HostId> &host)
{
    m_host = host;
    if (m_watch)
        watch();
}

void ServiceFeed::watch()
{
    if (!m_watch)
        return;
    QSet<model::ContainerKey> keys;
    for (const control::HostStatus &status : m_control.fleet.hosts()) {
        const base::HostId &host = status.profile.id;
        if (status.connection.stale() || (m_host && *m_host != host))
            continue;
        for (const model::Container &container : m_control.fleet.containers(host)) {
            if (container.running())
                keys.insert({host, container.id});
        }
    }
    if (keys == m_watched)
        return;
    m_watched = keys;
    m_watch->setContainers(keys);
}

} // namespace mediahelm::ui
