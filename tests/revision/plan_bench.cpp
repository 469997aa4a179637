// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/plan_bench.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/hash_input.h"

#include <QCryptographicHash>

#include <algorithm>

namespace mediahelm::tests {

using model::ObservedContainer;
using model::ObservedImage;
namespace labels = revision::labels;

namespace {

QString digits(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

ObservedImage imageOf(const QString &name)
{
    ObservedImage image;
    image.id = QStringLiteral("sha256:") + name;
    image.environment = {{QStringLiteral("PATH"), model::digestOf(QStringLiteral("/bin"))}};
    image.command = {QStringLiteral("sh")};
    image.labels = {{QStringLiteral("maker"), QStringLiteral("somebody")}};
    return image;
}

QString modeOf(const QString &mode, const QList<ObservedContainer> &all)
{
    const QString service = revision::serviceOfMode(mode);
    const ObservedContainer *container = revision::referredContainer(all, service);
    return service.isEmpty() ? mode : QStringLiteral("container:") + (container ? container->id.text() : QString());
}

// What does not depend on other containers.
void makeAsAsked(ObservedContainer &container, const revision::ResolvedService &service, const ObservedImage &image)
{
    container.image = service.image;
    container.imageId = image.id;
    container.environment = image.environment;
    for (auto it = service.environment.begin(); it != service.environment.end(); ++it)
        container.environment.insert(it.key(), it.value());
    container.command = service.command.value_or(service.entrypoint ? QStringList() : image.command);
    container.entrypoint = service.entrypoint.value_or(image.entrypoint);
    for (const revision::ResolvedMount &mount : service.mounts)
        container.mounts.append({mount.type, mount.source, mount.target, !mount.readOnly});
    for (const revision::ResolvedPort &port : service.ports)
        container.ports.append({port.hostIp, port.published.toInt(), port.target, port.protocol});
    container.labels = image.labels;
    for (auto it = service.labels.begin(); it != service.labels.end(); ++it)
        container.labels.insert(it.key(), it.value());
    if (service.hasHealthCheck && !service.healthCheckDisabled)
        container.healthCheck = service.healthCheck;
    container.networks = service.networks;
    container.restartPolicy = service.restart.isEmpty() ? QStringLiteral("no") : service.restart;
    container.user = service.user;
    container.workingDirectory = service.workingDirectory;
    container.hostname = service.hostname.isEmpty() ? container.id.text().left(12) : service.hostname;
    container.privileged = service.privileged;
    container.capabilitiesAdded = service.capabilitiesAdded;
    container.capabilitiesDropped = service.capabilitiesDropped;
    container.devices = service.devices;
    container.memoryLimit = service.memoryLimit;
    container.cpus = service.cpus;
}

} // namespace

PlanBench::PlanBench(const QByteArray &servicesJson, revision::ComposeVersion version)
{
    reading.version = version;
    const auto project = revision::parseResolvedProject(
        R"({"name":"media","networks":{"default":{"name":"media_default"}},"volumes":{"data":{"name":"media_data"}},)"
        R"("services":)"
        + servicesJson + '}');
    if (!project)
        qFatal("%s", qPrintable(project.error().message));
    reading.project = *project;
    reading.knownServices = reading.project.serviceNames();
    for (const revision::ResolvedService &service : std::as_const(reading.project.services)) {
        reading.hashes.insert(service.name, digits(service.name));
        const ObservedImage image = imageOf(service.image);
        observed.images.insert(service.image, image);
        observed.madeFrom.insert(image.id, image);
    }
}

ObservedContainer &PlanBench::run(const QString &name, int number)
{
    const revision::ResolvedService *service = reading.project.find(name);
    ObservedContainer container;
    container.name = QStringLiteral("media-%1-%2").arg(name).arg(number);
    if (service && !service->containerName.isEmpty())
        container.name = service->containerName;
    container.id = *base::ContainerId::parse(digits(container.name));
    container.state = model::ContainerState::running;
    if (service) {
        makeAsAsked(container, *service, imageOf(service->image));
        container.networkMode = service->networkMode.isEmpty() ? QStringLiteral("media_default")
                                                               : modeOf(service->networkMode, observed.containers);
        container.pidMode = modeOf(service->pidMode, observed.containers);
        container.ipcMode =
            service->ipcMode.isEmpty() ? QStringLiteral("private") : modeOf(service->ipcMode, observed.containers);
        container.volumesFrom = service->volumesFrom;
    }
    container.labels.insert(labels::project, QStringLiteral("media"));
    container.labels.insert(labels::service, name);
    container.labels.insert(labels::number, QString::number(number));
    container.labels.insert(labels::oneOff, QStringLiteral("False"));
    container.labels.insert(labels::configHash, digits(name));
    container.labels.insert(labels::image, container.imageId);
    observed.containers.append(container);
    return observed.containers.last();
}

void PlanBench::runAll()
{
    const QStringList order = revision::graphOf(reading.project).startOrder();
    for (const QString &service : order) {
        for (int number = 1; number <= reading.project.find(service)->scale; ++number)
            run(service, number);
    }
}

ObservedContainer &PlanBench::container(const QString &name)
{
    for (ObservedContainer &container : observed.containers) {
        if (container.name == name)
            return container;
    }
    qFatal("no container %s", qPrintable(name));
}

void PlanBench::changeHash(const QString &service)
{
    reading.hashes.insert(service, digits(QStringLiteral("changed ") + service));
}

base::Result<model::Plan> PlanBench::plan() const
{
    return revision::makePlan(reading, observed, options);
}

QString PlanBench::actions() const
{
    const auto made = plan();
    if (!made)
        return base::errorKindName(made.error().kind);
    QStringList texts;
    for (const model::ServicePlan &service : made->services) {
        QString text = service.service + u'=' + model::planActionName(service.action);
        if (service.followUp)
            text += service.followUp->kind == model::FollowUp::Kind::restart ? QStringLiteral("+restart")
                                                                             : QStringLiteral("+recreate");
        texts.append(text);
    }
    return texts.join(u' ');
}

QString PlanBench::reasons(const QString &service) const
{
    QStringList texts;
    const auto made = plan();
    const model::ServicePlan *found = made ? made->find(service) : nullptr;
    for (const model::PlanReason &reason : found ? found->reasons : QList<model::PlanReason>())
        texts.append(model::planReasonText(reason));
    return texts.join(QStringLiteral("; "));
}

} // namespace mediahelm::tests
