// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/plan_text.h"

#include <algorithm>

namespace mediahelm::revision {

namespace {

struct Row {
    QString action;
    QString subject;
    QString why;
};

QString megabytes(quint64 bytes)
{
    constexpr double mega = 1e6;
    return QStringLiteral("%1 MB").arg(double(bytes) / mega, 0, 'f', 1);
}

// ", up to 12.3 MB to fetch, 40.1 MB here by now"
QString sizesOf(const model::ImageStep &image)
{
    QString text;
    if (image.downloadSize)
        text += QStringLiteral(", up to %1 to fetch").arg(megabytes(*image.downloadSize));
    if (image.sizeHere > 0)
        text += QStringLiteral(", %1 here by now").arg(megabytes(image.sizeHere));
    return text;
}

Row rowOf(const model::ImageStep &image)
{
    const QString action = image.how == model::ImageStep::How::build ? QStringLiteral("build")
        : image.how == model::ImageStep::How::pull                   ? QStringLiteral("pull")
                                                                     : QStringLiteral("missing");
    QString why = QStringLiteral("for ") + image.services.join(QStringLiteral(", "));
    if (image.why != model::ImageStep::Why::absent)
        why += image.why == model::ImageStep::Why::always ? QStringLiteral(" (always)") : QStringLiteral(" (outdated)");
    if (image.how == model::ImageStep::How::unavailable)
        why += QStringLiteral(": not on this host, and pull_policy forbids to fetch it");
    return {action, image.image, why + sizesOf(image)};
}

QString reasonsOf(const model::ServicePlan &service)
{
    QStringList texts;
    for (const model::PlanReason &reason : service.reasons)
        texts.append(planReasonText(reason));
    return texts.join(QStringLiteral("; "));
}

QList<Row> rowsOf(const model::Plan &plan)
{
    QList<Row> rows;
    for (const model::ImageStep &image : plan.images)
        rows.append(rowOf(image));
    for (const model::ServicePlan &service : plan.services) {
        if (service.action != model::PlanAction::nothing)
            rows.append({planActionName(service.action), service.service, reasonsOf(service)});
        else if (service.orphan)
            rows.append({QStringLiteral("keep"), service.service, reasonsOf(service)});
    }
    for (const model::ServicePlan &service : plan.services) {
        if (!service.followUp)
            continue;
        const bool restart = service.followUp->kind == model::FollowUp::Kind::restart;
        const QString &other = service.followUp->because;
        const QString why = service.followUp->through == model::NeedKind::dependsOn
            ? QStringLiteral("afterwards: it is to be restarted with ") + other
            : QStringLiteral("afterwards: it lives in a namespace of ") + other;
        rows.append({restart ? QStringLiteral("restart") : QStringLiteral("recreate"), service.service, why});
    }
    return rows;
}

} // namespace

QString planToText(const model::Plan &plan)
{
    const QList<Row> rows = rowsOf(plan);
    qsizetype width = 0;
    for (const Row &row : rows)
        width = std::max(width, row.subject.size());
    width = std::min<qsizetype>(width, 40);
    QString text;
    for (const Row &row : rows)
        text +=
            QStringLiteral("%1  %2  %3\n").arg(row.action, -8).arg(row.subject, -static_cast<int>(width)).arg(row.why);
    const auto idle = std::count_if(plan.services.begin(), plan.services.end(), [](const model::ServicePlan &service) {
        return service.action == model::PlanAction::nothing && !service.followUp && !service.orphan;
    });
    if (rows.isEmpty())
        text += idle == 1 ? QStringLiteral("nothing to do: 1 service is as its files say\n")
                          : QStringLiteral("nothing to do: %1 services are as their files say\n").arg(idle);
    else if (idle > 0)
        text += idle == 1 ? QStringLiteral("1 other service stays as it is\n")
                          : QStringLiteral("%1 other services stay as they are\n").arg(idle);
    return text;
}

} // namespace mediahelm::revision
