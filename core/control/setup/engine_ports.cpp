// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/engine_ports.h"

#include <QJsonArray>

using namespace std::chrono_literals;

namespace mediahelm::control {

namespace {

constexpr auto longest = 6s;

// HostConfig.PortBindings: what a container that does not run would publish.
QList<model::PortBinding> boundPorts(const QJsonObject &inspection)
{
    QList<model::PortBinding> ports;
    const QJsonObject bound =
        inspection.value(QLatin1String("HostConfig")).toObject().value(QLatin1String("PortBindings")).toObject();
    for (auto it = bound.begin(); it != bound.end(); ++it) {
        const QJsonArray bindings = it.value().toArray();
        for (const QJsonValue &value : bindings) {
            model::PortBinding port;
            port.protocol = it.key().section(u'/', 1, 1);
            port.hostPort = value.toObject().value(QLatin1String("HostPort")).toString().toInt();
            ports.append(port);
        }
    }
    return ports;
}

} // namespace

EnginePorts::EnginePorts(Fleet &fleet, QString project, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_project(std::move(project))
    , m_gathering(fleet, Gathering::Hosts::thisMachine)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(longest);
}

QFuture<base::Result<PublishedPorts>> EnginePorts::ask()
{
    QFuture<base::Result<PublishedPorts>> future = m_pending.future();
    connect(&m_gathering, &Gathering::done, this, &EnginePorts::gathered);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_asking = 0;
        finishWhenReady();
    });
    m_patience.start();
    m_gathering.start();
    return future;
}

void EnginePorts::gathered()
{
    if (m_pending.finished())
        return;
    ++m_asking; // until all are asked about
    const QList<HostContainers> hosts = m_gathering.containers();
    for (const HostContainers &host : hosts) {
        m_ports.answered = true;
        for (const model::Container &container : host.containers) {
            add(container, container.ports);
            const bool ours = !m_project.isEmpty() && container.project == m_project;
            if (!container.running() || (ours && m_ports.projectFolder.isEmpty()))
                askAbout({host.host, container.id}, container);
        }
    }
    --m_asking;
    finishWhenReady();
}

void EnginePorts::askAbout(const model::ContainerKey &key, const model::Container &container)
{
    ++m_asking;
    m_fleet.rawContainer(key).then(this, [this, container](const base::Result<model::RawContainer> &raw) {
        --m_asking;
        if (raw && !m_pending.finished()) {
            add(container, boundPorts(raw->container));
            const QJsonObject config = raw->container.value(QLatin1String("Config")).toObject();
            const QJsonObject labels = config.value(QLatin1String("Labels")).toObject();
            if (!m_project.isEmpty() && container.project == m_project)
                m_ports.projectFolder =
                    labels.value(QLatin1String("com.docker.compose.project.working_dir")).toString();
        }
        finishWhenReady();
    });
}

void EnginePorts::add(const model::Container &container, const QList<model::PortBinding> &ports)
{
    const bool ours = !m_project.isEmpty() && container.project == m_project;
    for (const model::PortBinding &port : ports) {
        if (port.hostPort > 0)
            (ours ? m_ports.own : m_ports.others)
                .append({port.hostPort, port.protocol, QStringLiteral("container %1").arg(container.name.text())});
    }
}

void EnginePorts::finishWhenReady()
{
    if (m_pending.finished() || m_asking > 0)
        return;
    m_patience.stop();
    m_pending.finish(m_ports);
}

} // namespace mediahelm::control
