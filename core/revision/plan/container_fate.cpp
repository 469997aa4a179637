// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/container_fate.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/hash_input.h"
#include "core/revision/plan/service_difference.h"

#include <algorithm>

namespace mediahelm::revision {

using model::ContainerState;
using model::Need;
using model::NeedCondition;
using Kind = model::PlanReason::Kind;
using Reasons = QList<model::PlanReason>;

namespace {

int weightOf(model::PlanAction action)
{
    switch (action) {
    case model::PlanAction::recreate: return 5;
    case model::PlanAction::create: return 4;
    case model::PlanAction::remove: return 3;
    case model::PlanAction::restart: return 2; // makePlan() adds it
    case model::PlanAction::start: return 1;
    case model::PlanAction::nothing: return 0;
    }
    return 0;
}

// What the comparison of fields finds.
bool isDifference(const model::PlanReason &reason)
{
    return reason.kind == Kind::image || (reason.kind >= Kind::environment && reason.kind < Kind::configuration);
}

// Each once, in the order of Kind; that something else differs is said where nothing that has a name does.
Reasons tidied(Reasons reasons)
{
    std::stable_sort(reasons.begin(), reasons.end(), [](const model::PlanReason &a, const model::PlanReason &b) {
        return a.kind == b.kind ? a.subject < b.subject : a.kind < b.kind;
    });
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    if (std::any_of(reasons.begin(), reasons.end(), isDifference))
        reasons.removeIf([](const model::PlanReason &reason) { return reason.kind == Kind::configuration; });
    return reasons;
}

QString nameOfNew(const ProjectReading &reading, const ResolvedService &service, int number)
{
    return service.containerName.isEmpty()
        ? QStringLiteral("%1-%2-%3").arg(reading.project.name, service.name).arg(number)
        : service.containerName;
}

// What refers to the container of another service, and so cannot outlive it.
QStringList referencesOf(const ResolvedService &service)
{
    QStringList names;
    for (const QString &mode : {service.networkMode, service.pidMode, service.ipcMode})
        names.append(serviceOfMode(mode));
    for (const QString &from : service.volumesFrom)
        names.append(serviceOfVolumesFrom(from));
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

} // namespace

ContainerFate::ContainerFate(const ProjectReading &reading, const ObservedProject &observed)
    : m_reading(reading)
    , m_observed(observed)
{
}

Reasons ContainerFate::forcedReasons(const ResolvedService &service) const
{
    Reasons reasons;
    for (const QString &name : referencesOf(service)) {
        if (m_replaced.contains(name))
            reasons.append({Kind::dependency, name});
    }
    if (!m_reading.version.recreatesDependents())
        return reasons;
    for (const Need &need : service.dependsOn) {
        if (m_recreated.contains(need.service))
            reasons.append({Kind::dependency, need.service});
    }
    return reasons;
}

bool ContainerFate::lacksAttachment(const ResolvedService &service, const Container &container) const
{
    if (!m_reading.version.checksAttachments())
        return false;
    const bool network = container.state == ContainerState::running
        && std::any_of(service.networks.begin(), service.networks.end(),
                       [&](const QString &name) { return !container.networks.contains(name); });
    const bool volume = std::any_of(service.mounts.begin(), service.mounts.end(), [&](const ResolvedMount &mount) {
        return mount.type == QLatin1String("volume") && !mount.source.isEmpty()
            && std::none_of(container.mounts.begin(), container.mounts.end(),
                            [&](const model::Mount &found) { return found.source == mount.source; });
    });
    return network || volume;
}

Reasons ContainerFate::outdatedReasons(const ResolvedService &service, const Container &container) const
{
    Reasons reasons = forcedReasons(service);
    const auto image = m_observed.images.constFind(service.image);
    const bool here = image != m_observed.images.constEnd();
    if (!here)
        reasons.append({Kind::imageAbsent, service.image});
    else if (container.label(labels::image) != image->id && container.image == service.image)
        reasons.append({Kind::imageMoved, service.image});
    const bool otherImage = here && container.label(labels::image) != image->id;
    const bool otherHash = container.label(labels::configHash) != m_reading.hashes.value(service.name);
    if (!otherHash && !otherImage && !lacksAttachment(service, container))
        return reasons;

    const auto madeFrom = m_observed.madeFrom.constFind(container.imageId);
    const Reasons differences = differencesOf(
        service, container, madeFrom == m_observed.madeFrom.constEnd() ? nullptr : &*madeFrom, m_observed.containers);
    if (otherHash || lacksAttachment(service, container))
        reasons += differences;
    // The hash of what refers to a container that is replaced could not be known, and says nothing more.
    if (reasons.isEmpty())
        reasons.append({otherHash ? Kind::configuration : Kind::imageMoved, otherHash ? QString() : service.image});
    return reasons;
}

QList<ContainerFate::Candidate> ContainerFate::candidatesOf(const ResolvedService &service) const
{
    QList<Candidate> candidates;
    for (const Container &container : m_observed.containers) {
        if (container.label(labels::service) == service.name && !isOneOff(container))
            candidates.append(
                {&container, container.label(labels::number).toInt(), outdatedReasons(service, container)});
    }
    const bool outdatedFirst = !m_reading.version.keepsNewestOnScaleDown();
    std::sort(candidates.begin(), candidates.end(), [outdatedFirst](const Candidate &a, const Candidate &b) {
        if (a.outdated.isEmpty() != b.outdated.isEmpty())
            return a.outdated.isEmpty() != outdatedFirst;
        return a.number == b.number ? a.container->createdAt < b.container->createdAt : a.number < b.number;
    });
    return candidates;
}

Reasons ContainerFate::startReasons(const ResolvedService &service, const Container &container) const
{
    if (container.state == ContainerState::running || container.state == ContainerState::restarting) {
        Reasons reasons;
        if (m_reading.version.recreatesDependents())
            return reasons;
        for (const Need &need : service.dependsOn) {
            if (need.restart && m_recreated.contains(need.service))
                reasons.append({Kind::dependencyRestart, need.service});
        }
        return reasons;
    }
    if (container.state == ContainerState::paused)
        return {{Kind::paused, {}}};
    QString subject = model::containerStateName(container.state);
    if (container.exitCode)
        subject += QStringLiteral(" %1").arg(*container.exitCode);
    const auto waits = [&](const ResolvedService &other) {
        return std::any_of(other.dependsOn.begin(), other.dependsOn.end(), [&](const Need &need) {
            return need.service == service.name && need.condition == NeedCondition::completed;
        });
    };
    const bool completes = container.exitCode == 0
        && std::any_of(m_reading.project.services.begin(), m_reading.project.services.end(), waits);
    return {{completes ? Kind::completed : Kind::stopped, subject}};
}

void ContainerFate::keepOrReplace(model::ServicePlan &plan, const ResolvedService &service,
                                  const Candidate &candidate) const
{
    const Container &container = *candidate.container;
    const Reasons reasons = candidate.outdated.isEmpty() ? startReasons(service, container) : candidate.outdated;
    const model::PlanAction action = !candidate.outdated.isEmpty() ? model::PlanAction::recreate
        : reasons.isEmpty()                                        ? model::PlanAction::nothing
                                                                   : model::PlanAction::start;
    plan.containers.append({action, container.id, container.name, candidate.number});
    plan.reasons += reasons;
}

model::ServicePlan ContainerFate::planFor(const ResolvedService &service)
{
    model::ServicePlan plan;
    plan.service = service.name;
    const QList<Candidate> candidates = candidatesOf(service);
    int highest = 0;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = candidates[i];
        highest = std::max(highest, candidate.number);
        if (i < service.scale)
            keepOrReplace(plan, service, candidate);
        else
            plan.containers.append(
                {model::PlanAction::remove, candidate.container->id, candidate.container->name, candidate.number});
    }
    for (qsizetype i = candidates.size(); i < service.scale; ++i) {
        ++highest;
        plan.containers.append({model::PlanAction::create, {}, nameOfNew(m_reading, service, highest), highest});
    }
    if (candidates.isEmpty() && service.scale > 0)
        plan.reasons.append({Kind::missing, {}});
    else if (candidates.size() != service.scale)
        plan.reasons.append({Kind::scale, QStringLiteral("%1 -> %2").arg(candidates.size()).arg(service.scale)});
    for (const model::ContainerStep &step : std::as_const(plan.containers)) {
        if (weightOf(step.action) > weightOf(plan.action))
            plan.action = step.action;
    }
    plan.reasons = tidied(plan.reasons);
    noteReplacement(service, plan);
    return plan;
}

void ContainerFate::noteReplacement(const ResolvedService &service, const model::ServicePlan &plan)
{
    if (plan.action == model::PlanAction::recreate)
        m_recreated.insert(service.name);
    const Container *before = referredContainer(m_observed.containers, service.name);
    const model::ContainerStep *after = nullptr;
    for (const model::ContainerStep &step : plan.containers) {
        if (step.action != model::PlanAction::remove && (!after || step.name < after->name))
            after = &step;
    }
    if (!before || !after || after->id != before->id || after->action == model::PlanAction::recreate)
        m_replaced.insert(service.name);
}

} // namespace mediahelm::revision
