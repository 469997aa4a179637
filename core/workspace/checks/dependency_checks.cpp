// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service_graph.h"
#include "core/workspace/checks/checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

constexpr int mostCycles = 20;

struct Edge {
    QString to;
    ModelSource source;
};

// Whom a service waits for, and where that is written.
QList<Edge> edgesOf(const ModelService &service)
{
    QList<Edge> edges;
    for (const QString &key : {u"depends_on"_s, u"links"_s, u"volumes_from"_s}) {
        const QList<ModelReference> references = service.references.value(key);
        for (const ModelReference &reference : references) {
            const QString name = key == u"depends_on" ? reference.name.text : reference.name.text.section(u':', 0, 0);
            if (reference.name.known && !reference.name.text.startsWith("container:"_L1))
                edges.append({name, reference.name.source});
        }
    }
    for (const QString &key : {u"network_mode"_s, u"pid"_s, u"ipc"_s}) {
        const QString name = service.serviceOf(key);
        if (!name.isEmpty())
            edges.append({name, service.setting(key)->source});
    }
    return edges;
}

model::ServiceGraph graphOf(const QHash<QString, QList<Edge>> &edges)
{
    QList<model::ServiceNeeds> needs;
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        model::ServiceNeeds one{it.key(), {}, {}};
        for (const Edge &edge : it.value()) {
            if (edges.contains(edge.to)) {
                model::Need need;
                need.service = edge.to;
                one.needs.append(need);
            }
        }
        needs.append(one);
    }
    return model::ServiceGraph(needs);
}

void checkCycles(const ComposeModel &model, CheckReport &report)
{
    QHash<QString, QList<Edge>> edges;
    for (const ModelService &service : model.services)
        edges.insert(service.name, edgesOf(service));
    for (int i = 0; i < mostCycles; ++i) {
        const std::optional<QStringList> cycle = graphOf(edges).cycle();
        if (!cycle || cycle->size() < 2)
            return;
        QList<Edge> &from = edges[cycle->at(0)];
        const auto edge =
            std::find_if(from.begin(), from.end(), [&](const Edge &one) { return one.to == cycle->at(1); });
        if (edge == from.end())
            return;
        const QString text =
            cycle->size() > 12 ? cycle->mid(0, 12).join(u" -> "_s) + u" -> ..."_s : cycle->join(u" -> "_s);
        report.add(Severity::error, u"dependency-cycle"_s, edge->source,
                   u"these services wait for each other and none can start: %1; take one of the dependencies out"_s.arg(
                       shownName(text)));
        // Without it, the next circle shows.
        const QString to = edge->to;
        from.removeIf([&](const Edge &one) { return one.to == to; });
    }
}

void checkHealth(const ModelReference &reference, const ModelService &service, const ModelService &needed,
                 CheckReport &report)
{
    if (needed.healthCheck && needed.healthCheck->disabled())
        report.add(
            Severity::error, u"dependency-health"_s, reference.name.source,
            u"%1 waits until %2 is healthy, but the health check of %2 is switched off; give it one, or wait for "
            "service_started"_s.arg(shownName(service.name), shownName(needed.name)));
    else if (!needed.healthCheck && !needed.imageBringsCheck && needed.complete)
        report.add(Severity::hint, u"dependency-health"_s, reference.name.source,
                   u"%1 waits until %2 is healthy; %2 has no health check in these files, so its image must bring one, "
                   "or %1 never starts"_s.arg(shownName(service.name), shownName(needed.name)));
}

void checkConditions(const ComposeModel &model, const ModelService &service, CheckReport &report)
{
    const QList<ModelReference> references = service.references.value(u"depends_on"_s);
    for (const ModelReference &reference : references) {
        const ModelService *needed = reference.condition.isEmpty() ? nullptr : model.find(reference.name.text);
        if (!needed)
            continue;
        if (reference.condition == u"service_healthy")
            checkHealth(reference, service, *needed, report);
        const ModelText *restart = needed->setting(u"restart"_s);
        if (reference.condition == u"service_completed_successfully" && restart
            && (restart->text == u"always" || restart->text == u"unless-stopped"))
            report.add(Severity::warning, u"dependency-completion"_s, reference.name.source,
                       u"%1 waits until %2 has completed, but %2 is restarted each time that it ends; give it restart: "
                       "on-failure"_s.arg(shownName(service.name), shownName(needed->name)));
    }
}

// network_mode: container:NAME where NAME is one of ours: Compose does not see that one needs the other.
void checkContainerModes(const ComposeModel &model, const ModelService &service, CheckReport &report)
{
    for (const QString &key : {u"network_mode"_s, u"pid"_s, u"ipc"_s}) {
        const ModelText *mode = service.setting(key);
        if (!mode || !mode->text.startsWith("container:"_L1))
            continue;
        const QString name = mode->text.mid(10);
        const auto owner = std::find_if(model.services.begin(), model.services.end(), [&](const ModelService &one) {
            const ModelText *given = one.setting(u"container_name"_s);
            return given && given->text == name;
        });
        if (owner == model.services.end() || owner->name == service.name)
            continue;
        report.add(
            Severity::warning, u"namespace-by-name"_s, mode->source,
            u"%1 is the container of the service %2 of this project, but Compose does not know that %3 needs it; "
            "write service:%2"_s.arg(shownName(name), shownName(owner->name), shownName(service.name)),
            CheckFixes::setText(mode->source, u"service:"_s + owner->name,
                                u"Write service:%1"_s.arg(shownName(owner->name))));
    }
}

} // namespace

void checkDependencies(const ComposeModel &model, CheckReport &report)
{
    checkCycles(model, report);
    for (const ModelService &service : model.services) {
        checkConditions(model, service, report);
        checkContainerModes(model, service, report);
    }
}

} // namespace mediahelm::workspace
