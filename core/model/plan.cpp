// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plan.h"

#include <algorithm>

namespace mediahelm::model {

QString planActionName(PlanAction action)
{
    switch (action) {
    case PlanAction::create: return QStringLiteral("create");
    case PlanAction::recreate: return QStringLiteral("recreate");
    case PlanAction::restart: return QStringLiteral("restart");
    case PlanAction::start: return QStringLiteral("start");
    case PlanAction::remove: return QStringLiteral("remove");
    case PlanAction::nothing: return QStringLiteral("nothing");
    }
    return QStringLiteral("nothing");
}

namespace {

const char *words(PlanReason::Kind kind)
{
    using Kind = PlanReason::Kind;
    switch (kind) {
    case Kind::missing: return "no container yet";
    case Kind::scale: return "scale";
    case Kind::image: return "image";
    case Kind::imageMoved: return "image moved under";
    case Kind::imageAbsent: return "image not here";
    case Kind::environment: return "environment";
    case Kind::command: return "command";
    case Kind::entrypoint: return "entrypoint";
    case Kind::mount: return "mount";
    case Kind::port: return "port";
    case Kind::label: return "label";
    case Kind::network: return "network";
    case Kind::networkMode: return "network mode";
    case Kind::sharedNamespace: return "namespace";
    case Kind::volumesFrom: return "volumes_from";
    case Kind::healthCheck: return "health check";
    case Kind::restart: return "restart policy";
    case Kind::user: return "user";
    case Kind::workingDirectory: return "working directory";
    case Kind::hostname: return "hostname";
    case Kind::privileged: return "privileged";
    case Kind::capabilities: return "capabilities";
    case Kind::devices: return "devices";
    case Kind::limits: return "resource limits";
    case Kind::configuration: return "configuration";
    case Kind::dependency: return "follows";
    case Kind::stopped: return "not running:";
    case Kind::paused: return "paused; has to be unpaused first";
    case Kind::dependencyRestart: return "restarted with";
    case Kind::completed: return "runs once more:";
    case Kind::file: return "file";
    case Kind::orphan: return "in no file any more";
    }
    return "configuration";
}

} // namespace

QString planReasonText(const PlanReason &reason)
{
    const QString text = QString::fromLatin1(words(reason.kind));
    return reason.subject.isEmpty() ? text : text + u' ' + reason.subject;
}

const ServicePlan *Plan::find(const QString &service) const
{
    const auto found =
        std::find_if(services.begin(), services.end(), [&](const ServicePlan &one) { return one.service == service; });
    return found == services.end() ? nullptr : &*found;
}

bool Plan::removesOrphans() const
{
    return std::any_of(services.begin(), services.end(), [](const ServicePlan &service) {
        return service.orphan && service.action == PlanAction::remove;
    });
}

bool Plan::nothingToDo() const
{
    const auto idle = [](const ServicePlan &service) {
        const bool again = service.action == PlanAction::start
            && std::all_of(service.reasons.begin(), service.reasons.end(),
                           [](const PlanReason &reason) { return reason.kind == PlanReason::Kind::completed; });
        return (service.action == PlanAction::nothing || again) && !service.followUp;
    };
    return std::all_of(services.begin(), services.end(), idle)
        && std::all_of(images.begin(), images.end(),
                       [](const ImageStep &image) { return image.why == ImageStep::Why::always; });
}

QStringList Plan::keptOrphans() const
{
    QStringList kept;
    for (const ServicePlan &service : services) {
        if (service.orphan && service.action != PlanAction::remove)
            kept.append(service.service);
    }
    return kept;
}

QStringList Plan::pulledImages() const
{
    QStringList pulled;
    for (const ImageStep &image : images) {
        if (image.how == ImageStep::How::pull)
            pulled.append(image.image);
    }
    return pulled;
}

void Plan::setDownloadSizes(const QMap<QString, qint64> &bytes)
{
    for (ImageStep &image : images) {
        if (const auto size = bytes.constFind(image.image); size != bytes.constEnd())
            image.downloadSize = quint64(*size);
    }
}

} // namespace mediahelm::model
