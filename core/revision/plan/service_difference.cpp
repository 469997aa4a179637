// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/service_difference.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/hash_input.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace mediahelm::revision {

using model::ObservedContainer;
using model::ObservedImage;
using Kind = model::PlanReason::Kind;
using Reasons = QList<model::PlanReason>;

namespace {

void addIf(Reasons &reasons, bool differs, Kind kind, const QString &subject = {})
{
    if (differs)
        reasons.append({kind, subject});
}

QStringList sorted(QStringList names)
{
    std::sort(names.begin(), names.end());
    return names;
}

// Names whose values differ. What the service does not name is the image's, or was the service's once.
template<typename Wanted, typename Found>
QStringList differingNames(const Wanted &wanted, const Found &found, const Found *ofImage)
{
    QStringList names;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!found.contains(it.key()) || found.value(it.key()) != it.value())
            names.append(it.key());
    }
    for (auto it = found.begin(); ofImage && it != found.end(); ++it) {
        if (!wanted.contains(it.key()) && (!ofImage->contains(it.key()) || ofImage->value(it.key()) != it.value()))
            names.append(it.key());
    }
    return sorted(names);
}

void compareImage(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container)
{
    addIf(reasons, service.image != container.image, Kind::image,
          container.image + QStringLiteral(" -> ") + service.image);
}

void compareEnvironment(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                        const ObservedImage *image)
{
    const QStringList names =
        differingNames(service.environment, container.environment, image ? &image->environment : nullptr);
    for (const QString &name : names)
        reasons.append({Kind::environment, name});
}

void compareLabels(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                   const ObservedImage *image)
{
    QHash<QString, QString> own = container.labels;
    for (auto it = own.begin(); it != own.end();)
        it = it.key().startsWith(labels::prefix) ? own.erase(it) : std::next(it);
    const QStringList names = differingNames(service.labels, own, image ? &image->labels : nullptr);
    for (const QString &name : names)
        reasons.append({Kind::label, name});
}

void compareCommand(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                    const ObservedImage *image)
{
    const bool ownEntrypoint = service.entrypoint && !service.entrypoint->isEmpty();
    if (ownEntrypoint || image)
        addIf(reasons, container.entrypoint != (ownEntrypoint ? *service.entrypoint : image->entrypoint),
              Kind::entrypoint);
    if (service.command && !service.command->isEmpty())
        addIf(reasons, container.command != *service.command, Kind::command);
    else if (ownEntrypoint) // the engine drops the image's command then
        addIf(reasons, !container.command.isEmpty(), Kind::command);
    else if (image)
        addIf(reasons, container.command != image->command, Kind::command);
}

QString portText(const QString &ip, const QString &published, int target, const QString &protocol)
{
    QString text = QStringLiteral("%1/%2").arg(target).arg(protocol);
    if (!published.isEmpty() && published != QLatin1String("0"))
        text.prepend(published + u':');
    if (!ip.isEmpty())
        text.prepend((ip.contains(u':') ? u'[' + ip + u']' : ip) + u':');
    return text;
}

void comparePorts(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container)
{
    QSet<QString> wanted;
    for (const ResolvedPort &port : service.ports) {
        const QString published = port.published.contains(u'-') ? QString() : port.published; // a range: any of them
        wanted.insert(portText(port.hostIp, published, port.target, port.protocol));
    }
    QSet<QString> found;
    for (const model::PortBinding &port : container.ports)
        found.insert(portText(port.hostIp, QString::number(port.hostPort), port.containerPort, port.protocol));
    const QSet<QString> differing = (wanted - found) + (found - wanted);
    const QStringList ports = sorted(QStringList(differing.begin(), differing.end()));
    for (const QString &port : ports)
        reasons.append({Kind::port, port});
}

// "service:x" as the engine has it: "container:ID" of what runs now; empty where there is no telling.
QString modeOnEngine(const QString &mode, const QList<ObservedContainer> &all)
{
    if (const QString service = serviceOfMode(mode); !service.isEmpty()) {
        const ObservedContainer *container = referredContainer(all, service);
        return QStringLiteral("container:") + (container ? container->id.text() : QString());
    }
    return mode.startsWith(QLatin1String("container:")) ? QString() : mode;
}

void compareNetworks(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                     const QList<ObservedContainer> &all)
{
    if (!service.networkMode.isEmpty()) {
        const QString wanted = modeOnEngine(service.networkMode, all);
        addIf(reasons, !wanted.isEmpty() && wanted != container.networkMode, Kind::networkMode);
        return;
    }
    const QSet<QString> wanted(service.networks.begin(), service.networks.end());
    const QSet<QString> found(container.networks.begin(), container.networks.end());
    const bool elsewhere = container.networkMode == QLatin1String("host")
        || container.networkMode == QLatin1String("none")
        || container.networkMode.startsWith(QLatin1String("container:"));
    addIf(reasons, elsewhere, Kind::networkMode);
    if (elsewhere)
        return;
    const QSet<QString> differing = (wanted - found) + (found - wanted);
    const QStringList networks = sorted(QStringList(differing.begin(), differing.end()));
    for (const QString &network : networks)
        reasons.append({Kind::network, network});
}

void compareNamespaces(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                       const QList<ObservedContainer> &all)
{
    const auto differs = [&](const QString &mode, const QString &found) {
        if (mode.isEmpty()) // the engine's default, which it may name
            return found == QLatin1String("host") || found.startsWith(QLatin1String("container:"));
        const QString wanted = modeOnEngine(mode, all);
        return !wanted.isEmpty() && wanted != found;
    };
    addIf(reasons, differs(service.pidMode, container.pidMode), Kind::sharedNamespace, QStringLiteral("pid"));
    addIf(reasons, differs(service.ipcMode, container.ipcMode), Kind::sharedNamespace, QStringLiteral("ipc"));
    addIf(reasons, service.volumesFrom.size() != container.volumesFrom.size(), Kind::volumesFrom);
}

void compareHealthCheck(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                        const ObservedImage *image)
{
    const std::optional<model::HealthCheck> &found = container.healthCheck;
    if (service.healthCheckDisabled)
        return addIf(reasons, found.has_value(), Kind::healthCheck);
    if (!service.hasHealthCheck) {
        addIf(reasons, image && (found ? found->test : QStringList()) != image->healthTest, Kind::healthCheck);
        return;
    }
    const model::HealthCheck &wanted = service.healthCheck;
    addIf(reasons,
          !found || (!wanted.test.isEmpty() && wanted.test != found->test) || wanted.interval != found->interval
              || wanted.timeout != found->timeout || wanted.startPeriod != found->startPeriod
              || wanted.retries != found->retries,
          Kind::healthCheck);
}

QStringList capabilities(const QStringList &names)
{
    QStringList plain;
    for (const QString &name : names)
        plain.append(name.startsWith(QLatin1String("CAP_")) ? name.mid(4) : name);
    return sorted(plain);
}

void compareRunning(Reasons &reasons, const ResolvedService &service, const ObservedContainer &container,
                    const ObservedImage *image)
{
    addIf(reasons, (service.restart.isEmpty() ? QStringLiteral("no") : service.restart) != container.restartPolicy,
          Kind::restart);
    if (!service.user.isEmpty() || image)
        addIf(reasons, (service.user.isEmpty() ? image->user : service.user) != container.user, Kind::user);
    if (!service.workingDirectory.isEmpty() || image)
        addIf(reasons,
              (service.workingDirectory.isEmpty() ? image->workingDirectory : service.workingDirectory)
                  != container.workingDirectory,
              Kind::workingDirectory);
    if (!service.hostname.isEmpty() || !service.networks.isEmpty())
        addIf(reasons,
              (service.hostname.isEmpty() ? container.id.text().left(12) : service.hostname) != container.hostname,
              Kind::hostname);
    addIf(reasons, service.privileged != container.privileged, Kind::privileged);
    addIf(reasons,
          capabilities(service.capabilitiesAdded) != capabilities(container.capabilitiesAdded)
              || capabilities(service.capabilitiesDropped) != capabilities(container.capabilitiesDropped),
          Kind::capabilities);
    addIf(reasons, sorted(service.devices) != sorted(container.devices), Kind::devices);
    addIf(reasons, service.memoryLimit != container.memoryLimit || std::abs(service.cpus - container.cpus) > 1e-6,
          Kind::limits);
}

} // namespace

Reasons differencesOf(const ResolvedService &service, const ObservedContainer &container, const ObservedImage *madeFrom,
                      const QList<ObservedContainer> &all)
{
    Reasons reasons;
    compareImage(reasons, service, container);
    compareEnvironment(reasons, service, container, madeFrom);
    compareCommand(reasons, service, container, madeFrom);
    reasons += mountDifferences(service, container);
    comparePorts(reasons, service, container);
    compareLabels(reasons, service, container, madeFrom);
    compareNetworks(reasons, service, container, all);
    compareNamespaces(reasons, service, container, all);
    compareHealthCheck(reasons, service, container, madeFrom);
    compareRunning(reasons, service, container, madeFrom);
    return reasons;
}

} // namespace mediahelm::revision
