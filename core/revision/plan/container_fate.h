// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/plan/make_plan.h"

#include <QSet>

namespace mediahelm::revision {

// What happens to the containers of one service: Compose's convergence, by the rules of the version at hand. Private to
// core/revision/plan. Borrows all it is given; lives within one call of makePlan().
class ContainerFate
{
public:
    ContainerFate(const ProjectReading &reading, const ObservedProject &observed);

    // Services in start order, each once.
    model::ServicePlan planFor(const ResolvedService &service);
    // Services of which a container is replaced, so far.
    const QSet<QString> &recreated() const { return m_recreated; }
    // Services whose container that others refer to will be another one, so far.
    const QSet<QString> &replaced() const { return m_replaced; }

private:
    using Container = model::ObservedContainer;
    struct Candidate {
        const Container *container = nullptr;
        int number = 0;
        QList<model::PlanReason> outdated; // empty: it may stay
    };

    QList<Candidate> candidatesOf(const ResolvedService &service) const;
    QList<model::PlanReason> forcedReasons(const ResolvedService &service) const;
    QList<model::PlanReason> outdatedReasons(const ResolvedService &service, const Container &container) const;
    bool lacksAttachment(const ResolvedService &service, const Container &container) const;
    void keepOrReplace(model::ServicePlan &plan, const ResolvedService &service, const Candidate &candidate) const;
    QList<model::PlanReason> startReasons(const ResolvedService &service, const Container &container) const;
    void noteReplacement(const ResolvedService &service, const model::ServicePlan &plan);

    const ProjectReading &m_reading;
    const ObservedProject &m_observed;
    QSet<QString> m_recreated;
    QSet<QString> m_replaced;
};

} // namespace mediahelm::revision
