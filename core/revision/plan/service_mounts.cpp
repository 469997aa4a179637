// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/service_difference.h"

#include <algorithm>

namespace mediahelm::revision {

using Kind = model::PlanReason::Kind;

namespace {

bool isAnonymous(const model::Mount &mount)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return mount.type == QLatin1String("volume") && mount.source.size() == 64
        && std::all_of(mount.source.begin(), mount.source.end(), isHex);
}

QString withoutSlash(QString path)
{
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool isSame(const ResolvedMount &wanted, const model::Mount &mount)
{
    if (wanted.type != mount.type || wanted.readOnly == mount.writable)
        return wanted.type == QLatin1String("tmpfs") && mount.type == wanted.type;
    return wanted.source.isEmpty() || wanted.type == QLatin1String("tmpfs")
        || withoutSlash(wanted.source) == withoutSlash(mount.source);
}

} // namespace

QList<model::PlanReason> mountDifferences(const ResolvedService &service, const model::ObservedContainer &container)
{
    QList<model::PlanReason> reasons;
    QStringList targets;
    for (const ResolvedMount &wanted : service.mounts) {
        const QString target = withoutSlash(wanted.target);
        targets.append(target);
        const auto found =
            std::find_if(container.mounts.begin(), container.mounts.end(),
                         [&](const model::Mount &mount) { return withoutSlash(mount.destination) == target; });
        if (found == container.mounts.end() || !isSame(wanted, *found))
            reasons.append({Kind::mount, target});
    }
    if (!service.volumesFrom.isEmpty())
        return reasons; // the rest may be another's
    for (const QString &target : service.fileTargets)
        targets.append(withoutSlash(target));
    for (const model::Mount &mount : container.mounts) {
        const QString target = withoutSlash(mount.destination);
        if (!isAnonymous(mount) && !targets.contains(target))
            reasons.append({Kind::mount, target});
    }
    return reasons;
}

} // namespace mediahelm::revision
