// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/make_plan.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/hash_input.h"
#include "core/revision/plan/container_fate.h"

#include <QMap>

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Need;
using model::NeedKind;
using model::ObservedContainer;
using model::ServiceGraph;

namespace {

Result<void> checkProject(const ResolvedProject &project, const ServiceGraph &graph)
{
    if (graph.cycle())
        return Error{
            ErrorKind::invalid,
            QStringLiteral("services need each other in a circle: %1").arg(graph.cycle()->join(QStringLiteral(" -> "))),
            {}};
    for (const ResolvedService &service : project.services) {
        if (service.scale > 1 && !service.containerName.isEmpty())
            return Error{ErrorKind::conflict,
                         QStringLiteral("service %1 asks for %2 containers, which cannot all be named %3")
                             .arg(service.name)
                             .arg(service.scale)
                             .arg(service.containerName),
                         {}};
    }
    return {};
}

QList<model::ServicePlan> planOrphans(const ProjectReading &reading, const QList<ObservedContainer> &containers,
                                      bool remove)
{
    QMap<QString, model::ServicePlan> orphans;
    for (const ObservedContainer &container : containers) {
        const QString name = container.label(labels::service);
        if (reading.knownServices.contains(name))
            continue;
        model::ServicePlan &plan = orphans[name];
        plan.service = name;
        plan.orphan = true;
        plan.action = remove ? model::PlanAction::remove : model::PlanAction::nothing;
        plan.reasons = {{model::PlanReason::Kind::orphan, {}}};
        plan.containers.append({plan.action, container.id, container.name, container.label(labels::number).toInt()});
    }
    return orphans.values();
}

// --- what Compose leaves undone
// ---------------------------------------------------------------------------------------

// Of the containers that Compose leaves alone, who sees other files by now.
void addRestarts(model::Plan &plan, const QHash<QString, QStringList> &changedFiles)
{
    for (model::ServicePlan &service : plan.services) {
        const QStringList files = changedFiles.value(service.service);
        const auto stays = [](const model::ContainerStep &step) { return step.action == model::PlanAction::nothing; };
        if (files.isEmpty() || service.orphan || std::ranges::none_of(service.containers, stays))
            continue;
        if (service.action == model::PlanAction::nothing || service.action == model::PlanAction::start)
            service.action = model::PlanAction::restart;
        for (const QString &file : files)
            service.reasons.append({model::PlanReason::Kind::file, file});
        for (model::ContainerStep &step : service.containers) {
            if (stays(step))
                step.action = model::PlanAction::restart;
        }
    }
}

class FollowUps
{
public:
    FollowUps(model::Plan &plan, const ServiceGraph &graph, const QList<ObservedContainer> &containers,
              const ContainerFate &fate)
        : m_plan(plan)
        , m_graph(graph)
        , m_containers(containers)
        , m_fate(fate)
    {
    }

    // In start order, so that who lives in a follower follows too.
    void add()
    {
        for (model::ServicePlan &service : m_plan.services) {
            const QList<Need> needs = service.orphan ? QList<Need>() : m_graph.needsOf(service.service);
            for (const Need &need : needs) {
                const bool own = service.action == model::PlanAction::recreate
                    || service.action == model::PlanAction::create || service.containers.isEmpty();
                if (own || (service.followUp && service.followUp->kind == model::FollowUp::Kind::recreate))
                    continue;
                const bool stays =
                    service.action == model::PlanAction::nothing || service.action == model::PlanAction::restart;
                if (need.kind == NeedKind::dependsOn) {
                    // Compose does it for those that it replaces itself.
                    if (stays && !service.followUp && need.restart && isRestarted(need.service))
                        service.followUp = model::FollowUp{model::FollowUp::Kind::restart, need.service, need.kind};
                } else if (isDead(service.service, need)) {
                    service.followUp = model::FollowUp{model::FollowUp::Kind::recreate, need.service, need.kind};
                } else if (stays && !service.followUp && need.kind != NeedKind::volumesFrom
                           && wasStopped(need.service)) {
                    service.followUp = model::FollowUp{model::FollowUp::Kind::restart, need.service, need.kind};
                }
            }
        }
    }

private:
    // The container that it refers to is gone, or goes.
    bool isDead(const QString &service, const Need &need) const
    {
        const model::ServicePlan *other = m_plan.find(need.service);
        if (other && other->followUp && other->followUp->kind == model::FollowUp::Kind::recreate)
            return true;
        if (!need.byContainerName)
            return false; // Compose sees to it
        if (m_fate.replaced().contains(need.service))
            return true;
        const ObservedContainer *own = referredContainer(m_containers, service);
        const ObservedContainer *target = referredContainer(m_containers, need.service);
        const QString mode = !own            ? QString()
            : need.kind == NeedKind::network ? own->networkMode
            : need.kind == NeedKind::pid     ? own->pidMode
                                             : own->ipcMode;
        constexpr QLatin1String prefix("container:");
        // The engine keeps the id, or the name that it was given.
        return own && target && mode.startsWith(prefix) && mode.mid(prefix.size()) != target->id.text()
            && mode.mid(prefix.size()) != target->name;
    }

    bool wasStopped(const QString &service) const
    {
        const model::ServicePlan *other = m_plan.find(service);
        return other
            && (other->action == model::PlanAction::start || other->action == model::PlanAction::restart
                || other->followUp);
    }

    bool isRestarted(const QString &service) const
    {
        const model::ServicePlan *other = m_plan.find(service);
        return other && other->action == model::PlanAction::restart;
    }

    model::Plan &m_plan;
    const ServiceGraph &m_graph;
    const QList<ObservedContainer> &m_containers;
    const ContainerFate &m_fate;
};

// --- images
// -----------------------------------------------------------------------------------------------------------

// After how long an image is fetched anew: "daily", "weekly", "every_12h".
std::optional<std::chrono::milliseconds> refreshAfter(const QString &policy)
{
    using std::chrono::hours;
    if (policy == QLatin1String("daily"))
        return hours(24);
    if (policy == QLatin1String("weekly"))
        return hours(7 * 24);
    constexpr QLatin1String every("every_");
    if (!policy.startsWith(every))
        return std::nullopt;
    QString duration = policy.mid(every.size());
    for (const auto &[unit, length] : {std::pair(u'd', 24), std::pair(u'w', 7 * 24)}) {
        if (duration.endsWith(unit))
            return hours(duration.chopped(1).toInt() * length);
    }
    return parseGoDuration(duration);
}

std::optional<model::ImageStep> stepFor(const ResolvedService &service, const ProjectReading &reading,
                                        const ObservedProject &observed, const PlanOptions &options)
{
    const auto found = observed.images.constFind(service.image);
    const bool here = found != observed.images.constEnd();
    model::ImageStep step;
    step.image = service.image;
    step.services = QStringList(service.name);
    if (here)
        step.sizeHere = found->size;
    const QString &policy = service.pullPolicy;
    const bool mayPull = policy != QLatin1String("never") && policy != QLatin1String("build");
    if (service.builds && (!here || policy == QLatin1String("build"))) {
        step.how = model::ImageStep::How::build;
        step.why = here ? model::ImageStep::Why::always : model::ImageStep::Why::absent;
        return step;
    }
    if (!here) {
        step.how = mayPull ? model::ImageStep::How::pull : model::ImageStep::How::unavailable;
        return step;
    }
    if (policy == QLatin1String("always")) {
        step.why = model::ImageStep::Why::always;
        return step;
    }
    const auto after = reading.version.refreshesImages() ? refreshAfter(policy) : std::nullopt;
    if (!after || !found->tagged.isValid() || found->tagged.addMSecs(after->count()) >= options.now)
        return std::nullopt;
    step.why = model::ImageStep::Why::outdated;
    return step;
}

QList<model::ImageStep> planImages(const ProjectReading &reading, const ObservedProject &observed,
                                   const PlanOptions &options)
{
    QMap<QString, model::ImageStep> steps;
    for (const ResolvedService &service : reading.project.services) {
        const std::optional<model::ImageStep> step = stepFor(service, reading, observed, options);
        if (!step)
            continue;
        const auto known = steps.find(step->image);
        if (known == steps.end())
            steps.insert(step->image, *step);
        else
            known->services.append(service.name);
    }
    return steps.values();
}

} // namespace

Result<model::Plan> makePlan(const ProjectReading &reading, const ObservedProject &observed, const PlanOptions &options)
{
    const ServiceGraph graph = graphOf(reading.project);
    const Result<void> sound = checkProject(reading.project, graph);
    if (!sound)
        return sound.error();
    model::Plan plan;
    plan.project = reading.project.name;
    ContainerFate fate(reading, observed);
    for (const QString &name : graph.startOrder())
        plan.services.append(fate.planFor(*reading.project.find(name)));
    plan.services += planOrphans(reading, observed.containers, options.removeOrphans);
    addRestarts(plan, options.changedFiles);
    FollowUps(plan, graph, observed.containers, fate).add();
    plan.images = planImages(reading, observed, options);
    return plan;
}

} // namespace mediahelm::revision
