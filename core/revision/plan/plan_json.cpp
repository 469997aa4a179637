// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/plan_json.h"

#include <QJsonArray>

namespace mediahelm::revision {

namespace {

QString howName(model::ImageStep::How how)
{
    switch (how) {
    case model::ImageStep::How::pull: return QStringLiteral("pull");
    case model::ImageStep::How::build: return QStringLiteral("build");
    case model::ImageStep::How::unavailable: return QStringLiteral("unavailable");
    }
    return {};
}

QString whyName(model::ImageStep::Why why)
{
    switch (why) {
    case model::ImageStep::Why::absent: return QStringLiteral("absent");
    case model::ImageStep::Why::always: return QStringLiteral("always");
    case model::ImageStep::Why::outdated: return QStringLiteral("outdated");
    }
    return {};
}

// A restart is none of Compose's actions: it follows them.
QString actionOf(model::PlanAction action)
{
    return planActionName(action == model::PlanAction::restart ? model::PlanAction::nothing : action);
}

QJsonObject followUpOf(const QString &action, const QString &because)
{
    return {{QStringLiteral("action"), action}, {QStringLiteral("because"), because}};
}

QJsonObject toJson(const model::ServicePlan &service)
{
    QJsonArray reasons;
    for (const model::PlanReason &reason : service.reasons)
        reasons.append(planReasonText(reason));
    QJsonArray containers;
    for (const model::ContainerStep &step : service.containers) {
        QJsonObject container{{QStringLiteral("name"), step.name}, {QStringLiteral("action"), actionOf(step.action)}};
        if (!step.id.isEmpty())
            container.insert(QStringLiteral("id"), step.id.text());
        containers.append(container);
    }
    QJsonObject object{{QStringLiteral("service"), service.service},
                       {QStringLiteral("action"), actionOf(service.action)},
                       {QStringLiteral("reasons"), reasons},
                       {QStringLiteral("containers"), containers}};
    if (service.followUp)
        object.insert(QStringLiteral("followUp"),
                      followUpOf(service.followUp->kind == model::FollowUp::Kind::restart ? QStringLiteral("restart")
                                                                                          : QStringLiteral("recreate"),
                                 service.followUp->because));
    else if (service.action == model::PlanAction::restart)
        object.insert(QStringLiteral("followUp"), followUpOf(planActionName(service.action), QStringLiteral("files")));
    if (service.orphan)
        object.insert(QStringLiteral("orphan"), true);
    return object;
}

} // namespace

QJsonObject planToJson(const model::Plan &plan)
{
    QJsonArray services;
    for (const model::ServicePlan &service : plan.services)
        services.append(toJson(service));
    QJsonArray images;
    for (const model::ImageStep &step : plan.images)
        images.append(QJsonObject{
            {QStringLiteral("image"), step.image},
            {QStringLiteral("action"), howName(step.how)},
            {QStringLiteral("reason"), whyName(step.why)},
            {QStringLiteral("services"), QJsonArray::fromStringList(step.services)},
            {QStringLiteral("size_here"), step.sizeHere > 0 ? QJsonValue(qint64(step.sizeHere)) : QJsonValue()},
            {QStringLiteral("download_size"),
             step.downloadSize ? QJsonValue(qint64(*step.downloadSize)) : QJsonValue()}});
    return {{QStringLiteral("project"), plan.project},
            {QStringLiteral("nothingToDo"), plan.nothingToDo()},
            {QStringLiteral("services"), services},
            {QStringLiteral("images"), images}};
}

} // namespace mediahelm::revision
